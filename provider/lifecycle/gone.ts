import { isApiError, OntapError } from "../rest";
import { SVM_UNKNOWN } from "../rest/codes";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { isDeclaredDeleted, type ProviderContext } from "./provider-context";

/** True where ONTAP says of this very object that it does not exist, or the user that its SVM was deleted. */
export function isDeleted<Inputs extends CommonInputs, Wire>(
  env: ProviderContext["env"],
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  error: unknown,
): boolean {
  const deletedSvm = isApiError(error, SVM_UNKNOWN) && isDeclaredDeleted(env, definition.key(id).svmUuid);
  return deletedSvm || isApiError(error, ...definition.gone);
}

/** Turns ONTAP's word that this very object does not exist into undefined; every other error stays one. */
export function undefinedWhenGone<Inputs extends CommonInputs, Wire>({
  gone,
}: ResourceDefinition<Inputs, Wire>): (error: unknown) => undefined {
  return (error) => {
    if (isApiError(error, ...gone)) {
      return undefined;
    }
    throw error;
  };
}

/** The same trouble, described by the object: what could not be read is not gone. */
export function existenceUnknown(noun: string, id: string, error: unknown): unknown {
  if (!(error instanceof OntapError)) {
    return error;
  }
  const hint = isApiError(error, SVM_UNKNOWN)
    ? "Check that the host is the right array. If the SVM was deleted, say so: ONTAP_DELETED_SVMS=<uuid>."
    : error.hint;
  return error.forOperation(`tell whether the ${noun} ${id} still exists (it is kept as recorded)`, hint);
}
