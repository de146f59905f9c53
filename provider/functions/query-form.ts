import { plainValue } from "../reads/plain-value";
import type { FilterPlace, QueryNotation } from "../reads/reader";
import { unknownName, wrongArgument } from "../reads/refusals";
import type { Leaf } from "../record/fields";
import { OntapError, type QueryExpression, type QueryValue, query } from "../rest";
import { asObject, type PropertyMap } from "../schema/property-map";
import { isOperator, operatorsFor, type QueryOperatorName } from "./query-operators";

/** How messages speak of queries. */
const WORDS = { expected: 'a query such as { like: "..." } or { anyOf: [...] }', unset: "{ unset: true }" } as const;

/**
 * ONTAP's query language as plain objects of one key, for every Pulumi language: `{ like: "iqn.1998*" }`. An object that
 * stands for a value is always a query, one that stands for an object of the record never is.
 */
export const formNotation: QueryNotation = {
  ...WORDS,
  expressionIn(value, leaf, place) {
    const form = asObject(value);
    return form === undefined ? undefined : expressionOf(form, leaf, place);
  },
  isMisplaced(value, fields) {
    const names = Object.keys(asObject(value) ?? {});
    return names.length === 1 && names.some((name) => isOperator(name) && !fields.includes(name));
  },
};

/** The expression of a form. Throws `configuration`, naming the argument. */
function expressionOf(form: PropertyMap, leaf: Leaf, place: FilterPlace): QueryExpression {
  const { noun, argument } = place;
  const allowed = operatorsFor(leaf.kind).map(([name]) => name);
  const [name, ...others] = Object.keys(form);
  if (name === undefined || others.length > 0) {
    throw wrongArgument(noun, argument, `a query has exactly one of the keys ${allowed.join(", ")}`);
  }
  if (!isOperator(name)) {
    throw unknownName(noun, `${argument}.`, name, allowed);
  }
  if (!allowed.includes(name)) {
    throw wrongArgument(noun, `${argument}.${name}`, `this field can be queried by ${allowed.join(", ")} only`);
  }
  return READ[name](new GivenOperand(form[name], leaf, { noun, argument: `${argument}.${name}` }));
}

/** What an operator is given, read in the way that it needs. Each throws `configuration` for anything else. */
class GivenOperand {
  constructor(
    private readonly given: unknown,
    private readonly leaf: Leaf,
    readonly place: FilterPlace,
  ) {}

  string(): string {
    if (typeof this.given !== "string") {
      throw this.wrong("it must be a string");
    }
    return this.given;
  }

  isTrue(): void {
    if (this.given !== true) {
      throw this.wrong("it must be true");
    }
  }

  bound(given: unknown = this.given): string | number {
    const value = plainValue(this.place, this.leaf, given, WORDS);
    return typeof value === "boolean" ? String(value) : value;
  }

  value(given: unknown = this.given): QueryValue {
    const form = asObject(given);
    return form === undefined
      ? plainValue(this.place, this.leaf, given, WORDS)
      : expressionOf(form, this.leaf, this.place);
  }

  values(): readonly [QueryValue, ...QueryValue[]] {
    const [first, ...others] = this.list("it must be a list of one or more values or queries");
    return [this.value(first), ...others.map((other) => this.value(other))];
  }

  bounds(): readonly [string | number, string | number] {
    const reason = "it must be a list of two values, the lowest and the highest";
    const given = this.list(reason);
    if (given.length !== 2) {
      throw this.wrong(reason);
    }
    return [this.bound(given[0]), this.bound(given[1])];
  }

  private list(reason: string): readonly unknown[] {
    if (!Array.isArray(this.given) || this.given.length === 0) {
      throw this.wrong(reason);
    }
    return this.given;
  }

  private wrong(reason: string): OntapError {
    return wrongArgument(this.place.noun, this.place.argument, reason);
  }
}

/** Reads what an operator is given, then makes the expression; what that cannot say is told of the argument. */
function reads<T>(read: (operand: GivenOperand) => T, make: (given: T) => QueryExpression) {
  return (operand: GivenOperand): QueryExpression => {
    const given = read(operand);
    try {
      return make(given);
    } catch (error) {
      const { noun, argument } = operand.place;
      throw error instanceof OntapError ? wrongArgument(noun, argument, error.reason, error.hint) : error;
    }
  };
}

/** The expression of each operator. */
const READ: Readonly<Record<QueryOperatorName, (operand: GivenOperand) => QueryExpression>> = {
  like: reads((operand) => operand.string(), query.like),
  not: reads((operand) => operand.value(), query.not),
  anyOf: reads(
    (operand) => operand.values(),
    (values) => query.anyOf(...values),
  ),
  between: reads(
    (operand) => operand.bounds(),
    ([low, high]) => query.between(low, high),
  ),
  gt: reads((operand) => operand.bound(), query.gt),
  ge: reads((operand) => operand.bound(), query.ge),
  lt: reads((operand) => operand.bound(), query.lt),
  le: reads((operand) => operand.bound(), query.le),
  unset: reads(
    (operand) => operand.isTrue(),
    () => query.unset,
  ),
  set: reads(
    (operand) => operand.isTrue(),
    () => query.set,
  ),
  raw: reads((operand) => operand.string(), query.raw),
};
