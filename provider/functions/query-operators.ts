import type { Leaf } from "../record/fields";

/** What an operator takes: a value of the field, a pattern, and so on. */
export type Operand =
  | "pattern"
  | "value-or-query"
  | "values-or-queries"
  | "two-values"
  | "value"
  | "true"
  | "expression";

/** A word of ONTAP's query language, as a filter writes it: `{ like: "iqn.1998*" }`. */
export interface QueryOperator {
  readonly operand: Operand;
  /** What it matches, in a sentence for users. */
  readonly doc: string;
  /** A query with it, for the reference. */
  readonly example: string;
  /** Kinds of fields that it has a meaning for. Default: all. */
  readonly kinds?: ReadonlyArray<Leaf["kind"]>;
}

const ordered = ["text", "timestamp", "integer"] as const;

/** The operators of a query, of which each query has one. */
export const queryOperators = {
  like: {
    example: '{ like: "iqn.1998*" }',
    operand: "pattern",
    doc: "A pattern: `*` stands for any characters, all others for themselves.",
    kinds: ["text", "timestamp"],
  },
  not: {
    example: '{ not: "default" }',
    operand: "value-or-query",
    doc: "What the value or query does not match; a field without a value never matches.",
  },
  anyOf: {
    example: '{ anyOf: ["svm1", { like: "test*" }] }',
    operand: "values-or-queries",
    doc: "Any of the values or queries.",
    kinds: ordered,
  },
  between: {
    example: "{ between: [1, 9] }",
    operand: "two-values",
    doc: "From the first to the second of two values, both included.",
    kinds: ordered,
  },
  gt: { example: "{ gt: 5 }", operand: "value", doc: "Greater than the value.", kinds: ordered },
  ge: { example: "{ ge: 5 }", operand: "value", doc: "Greater than or equal to the value.", kinds: ordered },
  lt: { example: "{ lt: 5 }", operand: "value", doc: "Less than the value.", kinds: ordered },
  le: { example: "{ le: 5 }", operand: "value", doc: "Less than or equal to the value.", kinds: ordered },
  unset: { example: "{ unset: true }", operand: "true", doc: "`true`: the field has no value." },
  set: { example: "{ set: true }", operand: "true", doc: "`true`: the field has a value." },
  raw: {
    example: '{ raw: "1..9" }',
    operand: "expression",
    doc: "ONTAP's query language as it is, unchecked.",
  },
} as const satisfies Readonly<Record<string, QueryOperator>>;

/** Name of an operator. */
export type QueryOperatorName = keyof typeof queryOperators;

const all: ReadonlyArray<readonly [string, QueryOperator]> = Object.entries(queryOperators);

/** The operators that a field of this kind takes, by name. */
export function operatorsFor(kind: Leaf["kind"]): ReadonlyArray<readonly [string, QueryOperator]> {
  return all.filter(([, { kinds }]) => kinds === undefined || kinds.includes(kind));
}

/** True for the name of an operator. */
export function isOperator(name: string): name is QueryOperatorName {
  return all.some(([known]) => known === name);
}
