import { OntapError } from "../rest";

/**
 * The error for a write without an answer where the look that should have settled it failed as well: nobody knows
 * whether it was made. `next` says what the next run makes of that. A mistake of the program is passed on as it is.
 */
export function unsettled(lost: OntapError, look: unknown, next: string): unknown {
  if (!(look instanceof OntapError)) {
    return look;
  }
  return new OntapError({
    code: "uncertain",
    operation: lost.operation,
    reason: `${lost.reason}; looking at the object did not tell it either: ${look.reason} [${look.operation}]`,
    hint: next,
    shared: lost.shared,
    cause: lost,
  });
}
