import { type Fields, isLeaf, type Leaf } from "../../provider/record/fields";
import { QueryExpression, type QueryValue } from "../../provider/rest";
import { fieldNamed, namesOf } from "./field-name";
import { expectedIn, fits, normalized } from "./field-value";
import { wrongArgument } from "./refusals";

/**
 * Filters of a record type: the record's own shape, everything optional, lists as their items. A plain value matches
 * literally, `query.*` by ONTAP's query language. Filters are joined by AND; one on a list matches where any item does.
 */
export type FilterOf<T> =
  T extends ReadonlyArray<infer Item>
    ? FilterOf<Item>
    : T extends object
      ? { readonly [K in keyof T]?: FilterOf<NonNullable<T[K]>> }
      : T | QueryExpression;

/** Where the walk through a filter is: in programs and on the wire, with a dot. */
interface Place {
  readonly path: string;
  readonly wirePath: string;
}

/** ONTAP's form of a filter, by wire name. Throws `configuration` for what ONTAP would refuse. */
export function wireFilters(
  noun: string,
  fields: Fields,
  filter: object,
  { path, wirePath }: Place = { path: "", wirePath: "" },
): Record<string, QueryValue> {
  const filters: Record<string, QueryValue> = {};
  for (const [name, value] of Object.entries(filter)) {
    const { wireName, field } = fieldNamed(noun, path, fields, name);
    const where = path + name;
    if (value === undefined) {
      continue;
    }
    if (isLeaf(field)) {
      filters[wirePath + wireName] = filterValue(noun, where, field, value);
    } else if (typeof value === "object" && value !== null && !Array.isArray(value) && !isExpression(value)) {
      const below = { path: `${where}.`, wirePath: `${wirePath}${wireName}.` };
      Object.assign(filters, wireFilters(noun, field.fields, value, below));
    } else {
      throw wrongArgument(noun, where, `an object is needed, with any of ${namesOf(field.fields).join(", ")}`);
    }
  }
  return filters;
}

function filterValue(noun: string, where: string, leaf: Leaf, value: unknown): QueryValue {
  if (isExpression(value)) {
    return new QueryExpression(value.text);
  }
  const plain = fits(leaf, value) ? normalized(leaf, value) : undefined;
  if (typeof plain === "string" && /\p{Surrogate}/u.test(plain)) {
    throw wrongArgument(noun, where, "it holds half of a surrogate pair, which cannot be sent");
  }
  if (typeof plain === "string" || typeof plain === "number" || typeof plain === "boolean") {
    return plain;
  }
  const unset = value === null ? "For fields without a value use query.unset." : undefined;
  throw wrongArgument(noun, where, `it must be ${expectedIn(leaf)}, or an expression of query`, unset);
}

/** An expression is known by its shape, since `pulumi.output` makes plain objects of class instances. */
function isExpression(value: unknown): value is { readonly text: string } {
  return (
    value instanceof QueryExpression ||
    (typeof value === "object" &&
      value !== null &&
      "text" in value &&
      typeof value.text === "string" &&
      Object.keys(value).length === 1)
  );
}
