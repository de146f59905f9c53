import { type Loose, looseValues } from "../../../../provider/rest/audit/loose-json";

/** As a string with the braces and brackets that were understood. */
function shown(value: Loose): string {
  if (typeof value === "string") {
    return value;
  }
  return "members" in value
    ? `{${value.members.map(([key, below]) => `${key}=${shown(below)}`).join(" ")}}`
    : `[${value.map(shown).join(" ")}]`;
}

it.each([
  ['{"a":1,"b":{"c":[true,null]},"d":[]}', "{a=1 b={c=[true null]} d=[]}"],
  ['["H: v", "I: w"] {"a":"b"}', "[H: v I: w]|{a=b}"],
  [String.raw`{"a":"b\"}\\","c":"\u0041"}`, String.raw`{a=b"}\ c=A}`],
  [String.raw`{ ^I^I\"a\": \"b\", ^I^I\"c\": \"d\\\"e\" ^I}`, '{a=b c=d"e}'],
  ['{"a":{"b":"cut of', "{a={b=cut of}}"],
  ['{"a":{"b"', "{a={}}"],
  ['{"a"', "{}"],
  ["{a:b}", "{a=b}"],
  ["}]{,:[", "{,=[]}"],
  ["", ""],
])("reads %s as far as it can", (text, expected) => {
  expect(looseValues(text).map(shown).join("|")).toBe(expected);
});

it("stops at a depth that nobody writes, and is quick with long runs of one character", () => {
  const startedAt = performance.now();
  expect(looseValues("[".repeat(100_000)).length).toBeGreaterThan(0);
  expect(looseValues('\\"'.repeat(100_000)).length).toBeGreaterThan(0);
  expect(looseValues(`"${"a".repeat(1_000_000)}`).length).toBe(1);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
