import fc from "fast-check";
import type { CollectionSpec } from "../../../simulator/query";
import { ask, recordsOf } from "./collections";

const spec: CollectionSpec = {
  fields: { name: { type: "string" } },
  identifiers: ["name"],
  keys: ["name"],
  links: () => ({}),
};

function found(expression: string, names: readonly string[]): unknown[] {
  const records = names.map((name) => ({ name }));
  return recordsOf(ask(spec, records, `name=${encodeURIComponent(expression)}`)).map((record) => record.name);
}

/** Any string in ONTAP's quotes: double quotes around everything but double quotes, which stand in braces. */
function quoted(value: string): string {
  const runs = value.split(/(")/).filter((run) => run !== "");
  return runs.length === 0 ? '""' : runs.map((run) => (run === '"' ? '{"}' : `"${run}"`)).join("");
}

const special = fc.constantFrom(..."*|!.<>=,\"{}% +&#?;/\\'nulabä€😀".split(/(?:)/u), "..", "null", "!", "|");
const anyText = fc.oneof(
  fc.array(special, { maxLength: 12 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: "binary-ascii", maxLength: 20 }),
);

describe("quoting", () => {
  test("a quoted string matches the equal value and no other", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 5 }), (value, others) => {
        const names = [...new Set([value, ...others, `${value}x`, `x${value}`, value.slice(1), value.toUpperCase()])];
        expect(found(quoted(value), names)).toEqual([value]);
      }),
      { numRuns: 500 },
    );
  });

  test("a quoted string is a literal in a comparison, a range, a negation and a list too", () => {
    fc.assert(
      fc.property(anyText, anyText, (value, other) => {
        const names = [...new Set([value, other])];
        expect(found(`${quoted(value)}|${quoted(other)}`, names)).toHaveLength(names.length);
        expect(found(`!${quoted(value)}`, names)).toEqual(names.filter((name) => name !== value));
        expect(found(`${quoted(value)}..${quoted(value)}`, names)).toEqual([value]);
        expect(found(`<=${quoted(value)}`, names)).toContain(value);
      }),
    );
  });

  test.each([
    ["{{jim}}", "{jim}"],
    ['{"abc"}', '"abc"'],
    ["{a{b}c}", "a{b}c"],
    ['"a{b"', "a{b"],
    ["{}", ""],
    ['""', ""],
    ["{{}", "{"],
    ["{}}", "}"],
    ['a"*"b', "a*b"],
  ])("%s is the literal %j", (expression, literal) => {
    expect(found(expression, [literal, "other", "*"])).toEqual([literal]);
  });
});
