import { chosen } from "../../../proof/support/chosen";

const all = Array.from({ length: 50 }, (_, index) => index);

test("a choice follows from the seed alone, and has nothing twice", () => {
  expect(chosen(all, 10, 7)).toEqual(chosen(all, 10, 7));
  expect(chosen(all, 10, 7)).not.toEqual(chosen(all, 10, 8));
  expect(new Set(chosen(all, 10, 7)).size).toBe(10);
});

test("a choice of more than there is has all", () => {
  expect([...chosen(all, Number.POSITIVE_INFINITY, 7)].sort((a, b) => a - b)).toEqual(all);
});
