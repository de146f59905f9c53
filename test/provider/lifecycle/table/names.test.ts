import { counted, listed } from "../../../../provider/lifecycle/table/names";

test("Names are listed, of many the first 20 with a count of the rest", () => {
  const names = (count: number) => Array.from({ length: count }, (_, n) => `n${n}`);
  expect(listed([])).toBe("");
  expect(listed(["a", "b"])).toBe("a, b");
  expect(listed(names(20))).not.toContain("more");
  expect(listed(names(1_260))).toMatch(/^n0, .*, n19, and 1,240 more$/);
});

test("Counts have separators", () => {
  expect([0, 999, 1_240, 20_000].map(counted)).toEqual(["0", "999", "1,240", "20,000"]);
});
