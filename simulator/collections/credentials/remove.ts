import { ApiError } from "../../wire/api-error";
import type { Key, Request } from "../collection";
import { existingCredential } from "./existing";
import { credentialKey } from "./table";

/**
 * DELETE of a credential row. Live sessions stay: a credential is checked at login alone.
 *
 * @throws ApiError 2621462, 5374895, 5374148 (`default`).
 */
export function removeCredential(request: Request, key: Key): void {
  const row = existingCredential(request, key, "5374895");
  if (row.initiator === "default") {
    throw new ApiError(400, "5374148", "The default security credential cannot be deleted for an SVM.", "initiator");
  }
  request.cluster.store.credentials.delete(credentialKey(row.svm.uuid, row.initiator));
}
