import { QueryExpression, type QueryValue } from "../../provider/rest";
import { child, type FieldTree, Leaf } from "./field-tree";
import { unknownName, wrongArgument } from "./refusals";
import { wireName } from "./wire-names";

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

/** ONTAP's form of a filter, by wire name. Throws `configuration` for what ONTAP would refuse. */
export function wireFilters(noun: string, tree: FieldTree, filter: object, path = ""): Record<string, QueryValue> {
  const filters: Record<string, QueryValue> = {};
  for (const [name, value] of Object.entries(filter)) {
    const node = child(tree, name);
    const where = path + name;
    if (node === undefined) {
      throw unknownName(noun, path, name, Object.keys(tree));
    }
    if (value === undefined) {
      continue;
    }
    if (node instanceof Leaf) {
      filters[wireName(where)] = filterValue(noun, where, node, value);
    } else if (typeof value === "object" && value !== null && !Array.isArray(value) && !isExpression(value)) {
      Object.assign(filters, wireFilters(noun, node, value, `${where}.`));
    } else {
      throw wrongArgument(noun, where, `an object is needed, with any of ${Object.keys(node).join(", ")}`);
    }
  }
  return filters;
}

function filterValue(noun: string, where: string, leaf: Leaf, value: unknown): QueryValue {
  if (isExpression(value)) {
    return new QueryExpression(value.text);
  }
  const plain = leaf.accepts(value) ? leaf.normalize(value) : undefined;
  if (typeof plain === "string" && /\p{Surrogate}/u.test(plain)) {
    throw wrongArgument(noun, where, "it holds half of a surrogate pair, which cannot be sent");
  }
  if (typeof plain === "string" || typeof plain === "number" || typeof plain === "boolean") {
    return plain;
  }
  const unset = value === null ? "For fields without a value use query.unset." : undefined;
  throw wrongArgument(noun, where, `it must be ${leaf.expected}, or an expression of query`, unset);
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
