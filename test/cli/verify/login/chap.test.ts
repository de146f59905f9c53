import { chapResponse, requireMd5 } from "../../../../cli/verify/login/chap";
import { OntapError } from "../../../../provider/rest";

const challenge = { id: 1, bytes: Buffer.from("00112233445566778899aabbccddeeff", "hex") };

it("takes a secret of hexadecimal digits for its bytes, and any other for UTF-8", () => {
  const same = (a: string, b: string) => chapResponse(a, challenge).equals(chapResponse(b, challenge));
  expect(same("0x414243", "ABC")).toBe(true);
  expect(same("0X414243", "ABC")).toBe(true);
  expect(same("0x41424", "AB$")).toBe(false);
  expect(same("é", "0xc3a9")).toBe(true);
  // Both look the same; the array compares bytes.
  expect(same("é", "é".normalize("NFD"))).toBe(false);
});

it("makes the digest of RFC 1994", () => {
  expect(chapResponse("secret", challenge).toString("hex")).toBe("204bb003332f6932b63b47c2c4e1a547");
});

it("names an environment without MD5, which is no refusal", () => {
  expect(() => requireMd5()).not.toThrow();
  const lacking = () => requireMd5("a digest that is switched off");
  expect(lacking).toThrow(OntapError);
  expect(lacking).toThrow(expect.objectContaining({ code: "configuration", message: expect.stringContaining("FIPS") }));
});
