import { hasUnknown, isUnknown } from "../../../provider/schema/unknown";
import { UNKNOWNS } from "./arguments";

test.each(Object.entries(UNKNOWNS))("the engine's unknown %s is unknown, at any depth", (_type, unknown) => {
  expect(isUnknown(unknown)).toBe(true);
  expect(hasUnknown({ a: [{ b: unknown }] })).toBe(true);
});

test("nothing else is unknown", () => {
  const known = ["", "04DA6B54-80e4-46f7-96ec-b56ff0331ba9", `${UNKNOWNS.text} `, null, undefined, 0, false, [], {}];
  expect(known.filter(isUnknown)).toEqual([]);
  expect(known.filter(hasUnknown)).toEqual([]);
  expect(isUnknown([UNKNOWNS.text])).toBe(false);
});
