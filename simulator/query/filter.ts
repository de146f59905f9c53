import type { WireRecord } from "../wire/json";
import { type Alternative, type Operator, parseExpression, type Test } from "./expression";
import { comparable, compareScalars, type Scalar, valuesAt } from "./field-values";
import type { KnownFields } from "./known-fields";
import { readLiteral } from "./literal";
import { missingValue } from "./refusals";
import type { FieldSpec } from "./types";
import { matchesPieces } from "./wildcard";

/** True if a record passes. */
export type RecordTest = (record: WireRecord) => boolean;

/** A filter as the client gave it: a leaf field, the name the client used for it, and the expression. */
export interface FilterParameter {
  readonly field: string;
  readonly name: string;
  readonly value: string;
}

/**
 * Makes a test of one filter. An array passes if any of its members does, also for a negation: `igroups.name=!a` asks for
 * a member that is not `a`. An unset field passes `null` alone. Throws 262194 and 262197 for values that ONTAP refuses.
 */
export function compileFilter(filter: FilterParameter, known: KnownFields): RecordTest {
  const { field: name, value } = filter;
  const field = known.get(name) ?? { type: "string" };
  if (value === "") {
    throw missingValue(filter.name);
  }
  // What a client knows by name it asks for in one long list of literals, each of which would be tried on every record.
  const literals = new Set<Scalar>();
  const others: ValuesTest[] = [];
  for (const one of parseExpression(filter.name, value)) {
    const literal = literalOf(filter.name, field, one);
    if (literal === undefined) {
      others.push(compileAlternative(filter.name, field, one));
    } else {
      literals.add(literal);
    }
  }
  const path = name.split(".");
  return (record) => {
    const values = valuesAt(record, path);
    return (
      (literals.size > 0 && values.some((own) => literals.has(comparable(field, own)))) ||
      others.some((passes) => passes(values))
    );
  };
}

type ValuesTest = (values: readonly Scalar[]) => boolean;

/** The one value that an alternative asks for, in comparable form; undefined where it asks for anything else. */
function literalOf(name: string, field: FieldSpec, { negated, test }: Alternative): Scalar | undefined {
  return negated || test.kind !== "pattern" || test.pieces.length > 1
    ? undefined
    : comparable(field, readLiteral(name, field, test.pieces[0] ?? "", "listed"));
}

function compileAlternative(name: string, field: FieldSpec, { negated, test }: Alternative): ValuesTest {
  if (test.kind === "unset") {
    return (values) => (values.length === 0) !== negated;
  }
  const passes = compileTest(name, field, test);
  return (values) => values.some((value) => passes(value) !== negated);
}

function compileTest(
  name: string,
  field: FieldSpec,
  test: Exclude<Test, { kind: "unset" }>,
): (value: Scalar) => boolean {
  switch (test.kind) {
    case "pattern":
      return compilePattern(name, field, test.pieces);
    case "comparison": {
      const bound = comparable(field, readLiteral(name, field, test.bound));
      const holds = comparisons[test.operator];
      return (value) => holds(compareScalars(comparable(field, value), bound));
    }
    case "range": {
      const low = comparable(field, readLiteral(name, field, test.low));
      const high = comparable(field, readLiteral(name, field, test.high));
      return (value) => {
        const own = comparable(field, value);
        return compareScalars(own, low) >= 0 && compareScalars(own, high) <= 0;
      };
    }
  }
}

function compilePattern(name: string, field: FieldSpec, pieces: readonly string[]): (value: Scalar) => boolean {
  const [literal = "", ...more] = pieces;
  if (more.length === 0) {
    const wanted = comparable(field, readLiteral(name, field, literal, "listed"));
    return (value) => comparable(field, value) === wanted;
  }
  if (pieces.every((piece) => piece === "")) {
    return () => true;
  }
  if (field.type === "integer" || field.type === "boolean") {
    readLiteral(name, field, pieces.join("*"));
  }
  const folded = field.values === undefined ? pieces : pieces.map((piece) => piece.toLowerCase());
  return (value) => matchesPieces(field.values === undefined ? String(value) : String(value).toLowerCase(), folded);
}

const comparisons: Readonly<Record<Operator, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};
