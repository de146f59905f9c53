import type { QueryExpression } from "../../provider/rest";

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
