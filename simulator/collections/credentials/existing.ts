import { svmFromPath } from "../../rules/svm-reference";
import type { Credential } from "../../state/model";
import { credentialKey } from "../../state/store";
import { ApiError } from "../../wire/api-error";
import type { Key, Request } from "../collection";

/**
 * The row that a path names.
 *
 * @param code for a row that is not there: 5374895 in the tables of PATCH and DELETE; no table has one for GET.
 * @throws ApiError 2621462 for an unknown SVM, or `code`.
 */
export function existingCredential(request: Request, key: Key, code: "4" | "5374895"): Credential {
  const [uuid = "", given = ""] = key;
  const { store, settings } = request.cluster;
  const svm = svmFromPath(uuid, store, request.scope);
  const initiator = settings.unknowns.upperCaseInitiator === "fold" ? given.toLowerCase() : given;
  const row = store.credentials.get(credentialKey(svm.uuid, initiator));
  if (row !== undefined) return row;
  if (code === "4") throw new ApiError(404, "4", "entry doesn't exist", "initiator");
  throw new ApiError(
    404,
    "5374895",
    `The iSCSI security credential for initiator "${initiator}" does not exist on SVM "${svm.name}".`,
    "initiator",
  );
}
