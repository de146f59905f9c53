import { OntapError } from "./ontap-error";

/** What to do where something else than ONTAP may have responded. */
export const NOT_ONTAP = "Check that the host is ONTAP's management address, and that no proxy responds in its place.";

/** The error for a response that ONTAP does not document: something else may have given it. */
export function notOntap(operation: string, reason: string, status?: number): OntapError {
  return new OntapError({
    code: "malformed",
    operation,
    reason,
    hint: NOT_ONTAP,
    ...(status === undefined ? {} : { status }),
  });
}
