import { closest } from "fastest-levenshtein";
import { OntapError } from "../rest";

/** The error for an argument that ONTAP would refuse; nothing was sent. */
export function wrongArgument(noun: string, name: string, outcome: string, next?: string): OntapError {
  return new OntapError({
    code: "configuration",
    operation: `read ${noun}s with the argument ${name}`,
    reason: outcome,
    ...(next === undefined ? {} : { hint: next }),
  });
}

/** The error for a name that is not there, with the nearest one that is. `path` is where it stands, with a dot. */
export function unknownName(noun: string, path: string, name: string, known: readonly string[]): OntapError {
  const suggestion = known.length === 0 ? undefined : `Did you mean ${path}${closest(name, [...known])}?`;
  return wrongArgument(noun, path + name, "there is no such field or option", suggestion);
}
