import { mayMean } from "../../../../provider/rest/audit/target";

it.each([
  ["svm1", "svm1", true],
  ["SVM1", "svm1", true],
  ["svm1", "svm10", false],
  ["a|svm1", "svm1", true],
  ['"svm1"|{b}', "svm1", true],
  ["svm*", "svm1", true],
  ["*m*1", "svm1", true],
  ["s*m*m1", "svm1", false],
  ["svm1*1", "svm1", false],
  ["*.*", "svm1", false],
  ["!svm1", "svm1", true],
  [">a", "svm1", true],
  ["a..b", "svm1", true],
  ["", "svm1", false],
  [undefined, "svm1", true],
])("%s may mean %s: %s", (expression, value, expected) => {
  expect(mayMean(expression, value)).toBe(expected);
});

it("is quick, whatever the pattern", () => {
  const startedAt = performance.now();
  expect(mayMean(`${"*a".repeat(2000)}b`, "a".repeat(2000))).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
