import type { Leaf } from "../record/fields";
import type { QueryScalar } from "../rest/query";
import { expectedIn, fits, normalized } from "./field-value";
import type { FilterPlace, QueryNotation } from "./reader";
import { wrongArgument } from "./refusals";

/** A value to be matched literally, in the notation in which it is sent. Throws `configuration` for any other value. */
export function plainValue(
  { noun, argument }: FilterPlace,
  leaf: Leaf,
  value: unknown,
  { expected, unset }: Pick<QueryNotation, "expected" | "unset">,
): QueryScalar {
  const plain = fits(leaf, value) ? normalized(leaf, value) : undefined;
  if (typeof plain === "string" && /\p{Surrogate}/u.test(plain)) {
    throw wrongArgument(noun, argument, "it holds half of a surrogate pair, which cannot be sent");
  }
  if (typeof plain === "string" || typeof plain === "number" || typeof plain === "boolean") {
    return plain;
  }
  const hint = value === null ? `For fields without a value use ${unset}.` : undefined;
  throw wrongArgument(noun, argument, `it must be ${expectedIn(leaf)}, or ${expected}`, hint);
}
