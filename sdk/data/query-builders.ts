import type { QueryNotation } from "../../provider/reads/reader";
import { QueryExpression } from "../../provider/rest";

/** ONTAP's query language as TypeScript programs write it: by `query`. */
export const queryBuilders: QueryNotation = {
  expressionIn: (value) => (isExpression(value) ? new QueryExpression(value.text) : undefined),
  isMisplaced: isExpression,
  expected: "an expression of query",
  unset: "query.unset",
};

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
