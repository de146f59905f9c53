import { median } from "../../../tools/bench/median";

it.each([
  [[3], 3],
  [[5, 1, 900, 2, 4], 4],
  [[10, 9, 100], 10],
  [[1, 2], 2],
])("the median of %j is %d, whatever their order and however far off one is", (values, expected) => {
  expect(median(values)).toBe(expected);
});

it("nothing has no median", () => {
  expect(median([])).toBeNaN();
});
