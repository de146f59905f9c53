import { OntapError } from "./ontap-error";

/** An expression of ONTAP's query language, sent as it stands. Made by {@link query}; a plain value is literal instead. */
export class QueryExpression {
  constructor(
    /** The expression as ONTAP reads it, before percent-encoding. */
    readonly text: string,
  ) {}

  /** The expression as ONTAP reads it. */
  toString(): string {
    return this.text;
  }
}

/** A value that ONTAP can compare a field with. */
export type QueryScalar = string | number | boolean;
/** What a filter takes: a plain value, matched literally, or an expression. */
export type QueryValue = QueryScalar | QueryExpression;

const BARE = /^[A-Za-z0-9_:@/+-]+(?:\.[A-Za-z0-9_:@/+-]+)*$/;

/**
 * A value in such quotes that ONTAP takes it literally, or undefined where its quoting has no way to say it
 * (a value that holds a double quote and a brace that is not matched, or a backslash as well).
 * Source: "Record filtering" of ONTAP's getting-started chapter.
 */
export function literal(value: QueryScalar): string | undefined {
  const text = String(value);
  if (BARE.test(text) && text.toLowerCase() !== "null") {
    return text;
  }
  if (!text.includes('"')) {
    return `"${text}"`;
  }
  return /[{}]/.test(text) ? undefined : `{${text}}`;
}

/** The text of a filter's value, or undefined where a plain value cannot be quoted (see {@link literal}). */
export function expressionOf(value: QueryValue): string | undefined {
  return value instanceof QueryExpression ? value.text : literal(value);
}

function quoted(value: QueryScalar): string {
  const text = literal(value);
  if (text === undefined) {
    throw inexpressible("quote a value that holds both a double quote and a brace");
  }
  return text;
}

/** A pattern with everything but `*` taken literally; quoted only where a character would mean something else. */
function pattern(text: string): string {
  if (!text.includes("*")) {
    return quoted(text);
  }
  if (/^[A-Za-z0-9_:@/+.*-]+$/.test(text) && !text.includes("..")) {
    return text;
  }
  return text
    .split("*")
    .map((part) => (part === "" ? "" : quoted(part)))
    .join("*");
}

function negated(value: QueryValue): string {
  const text = inner(value);
  if (value instanceof QueryExpression && text.replace(/"[^"]*"|\{.*\}/g, "").includes("|")) {
    throw inexpressible("negate a list of alternatives, since `!` binds to the first of them alone");
  }
  return `!${text}`;
}

function inexpressible(what: string): OntapError {
  return new OntapError({
    code: "configuration",
    operation: "write a filter",
    reason: `ONTAP's query language cannot ${what}`,
    hint: "List more and choose in the program.",
  });
}

const expression = (text: string): QueryExpression => new QueryExpression(text);
const inner = (value: QueryValue): string => (value instanceof QueryExpression ? value.text : quoted(value));

/**
 * ONTAP's query language, for filters whose value is not to be matched literally.
 *
 * @example
 * getIscsiSessions({ initiator: { name: query.like("iqn.1998*") }, tsih: query.gt(10) })
 */
export const query = {
  /** Matches a pattern in which `*` stands for any characters; every other character is literal. */
  like: (text: string): QueryExpression => expression(pattern(text)),
  /**
   * Everything that the value or expression does not match. Unset fields never match; add `query.unset` for them.
   * Throws `configuration` for `query.anyOf`, which ONTAP cannot negate.
   */
  not: (value: QueryValue): QueryExpression => expression(negated(value)),
  /** Any of the values or expressions. */
  anyOf: (...values: readonly [QueryValue, ...QueryValue[]]): QueryExpression =>
    expression(values.map(inner).join("|")),
  /** From `low` to `high`, both included. */
  between: (low: string | number, high: string | number): QueryExpression =>
    expression(`${quoted(low)}..${quoted(high)}`),
  /** Greater than. */
  gt: (value: string | number): QueryExpression => expression(`>${quoted(value)}`),
  /** Greater than or equal to. */
  ge: (value: string | number): QueryExpression => expression(`>=${quoted(value)}`),
  /** Less than. */
  lt: (value: string | number): QueryExpression => expression(`<${quoted(value)}`),
  /** Less than or equal to. */
  le: (value: string | number): QueryExpression => expression(`<=${quoted(value)}`),
  /** The field has no value. */
  unset: expression("null"),
  /** The field has a value. */
  set: expression("!null"),
  /** ONTAP's query language as it stands, unchecked. */
  raw: (text: string): QueryExpression => expression(text),
} as const;

/** Query parameters in the form in which they are sent: name, `=`, percent-encoded value, in the order given. */
export function queryString(parameters: ReadonlyArray<readonly [string, string]>): string {
  return parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeValue(value)}`).join("&");
}

function encodeValue(value: string): string {
  return encodeURIComponent(value).replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%2F/g, "/");
}
