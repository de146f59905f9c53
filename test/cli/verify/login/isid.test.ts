import { randomBytes } from "node:crypto";
import { freshIsid } from "../../../../cli/verify/login/isid";

it("draws again where a live session has the ISID: of a source that first gives three live ones the fourth is used", () => {
  const draws = [1, 2, 3, 4].map((number) => Buffer.from([0xab, 0, 0, 0, number]));
  const live = ["80:ab:00:00:00:01", "80:AB:00:00:00:02", "80:ab:0:0:0:3", "61:62:63:64:65:00"];
  let drawn = 0;
  const source = () => draws[drawn++] ?? Buffer.alloc(5);
  expect(freshIsid(source, live).toString("hex")).toBe("80ab00000004");
  expect(drawn).toBe(4);
});

it("is of the random format and another one each time", () => {
  const some = Array.from({ length: 100 }, () => freshIsid(randomBytes, []).toString("hex"));
  expect(some.every((isid) => /^80[0-9a-f]{10}$/.test(isid))).toBe(true);
  expect(new Set(some).size).toBe(100);
});

it("ends with an error where the source is broken", () => {
  expect(() => freshIsid(() => Buffer.alloc(5), ["80:00:00:00:00:00"])).toThrow("source of random bytes");
});
