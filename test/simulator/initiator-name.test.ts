import { initiatorName } from "../../simulator/rules/initiator-name";
import { ApiError } from "../../simulator/wire/api-error";

function codeFor(name: string): string | undefined {
  try {
    initiatorName(name, "refuse");
    return undefined;
  } catch (error) {
    return error instanceof ApiError ? error.code : "no refusal";
  }
}

test.each([
  "default",
  "iqn.1995-08.com.example:string",
  "iqn.1995-08.com.example",
  "iqn.1992-08.com.netapp:initiator1",
  "eui.0123456789abcdef",
  "eui.0123456789ABCDEF",
  `iqn.1995-08.com.example:${"a".repeat(231)}`,
])("%s is a good initiator name", (name) => {
  expect(codeFor(name)).toBeUndefined();
});

test.each([
  ["iqn", "5373969"],
  ["iqn.", "5373969"],
  ["iqn.1995-08.", "5373969"],
  ["iqn.1995-08", "5373969"],
  ["iqn.1995-08.:string", "5373969"],
  ["iqn1995-08.com.example:string", "5373970"],
  ["iqm.1995-08.com.example:string", "5373970"],
  ["IQN.1995-08.com.example:string", "5373970"],
  ["iqn.95-08.com.example:string", "5373971"],
  ["iqn.1995-13.com.example:string", "5373971"],
  ["iqn.com.example:string", "5373971"],
  ["iqn.1995-08.com.example:under_score", "5373972"],
  ["iqn.1995-08.com.Example:string", "5373972"],
  ["eui.0123456789abcde", "5373977"],
  ["eui.0123456789abcdef0", "5373977"],
  ["eui.0123456789abcdeg", "5373977"],
  ["eui0123456789abcdef", "5373978"],
  ["naa.52004567ba64678d", "5373997"],
  ["host1", "5373997"],
  [`iqn.1995-08.com.example:${"a".repeat(232)}`, "262197"],
  [`iqn.1995-08.com.example:${"é".repeat(116)}`, "262197"],
  ["iqn.1995-08.com.example:a\r\nX-Header: b", "5373972"],
])("%s is refused with %s", (name, code) => {
  expect(codeFor(name)).toBe(code);
});

test("upper-case letters can be folded instead", () => {
  expect(initiatorName("IQN.1995-08.com.Example:A", "fold")).toBe("iqn.1995-08.com.example:a");
});
