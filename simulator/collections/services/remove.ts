import { ApiError } from "../../wire/api-error";
import type { Key, Request } from "../collection";
import { existingService, refuseOnAsaR2 } from "./checks";

/**
 * DELETE of a service, which must be disabled. The SVM's credentials go with it, unless the switch
 * `credentialsGoWithService` keeps all but the `default` row.
 *
 * @throws ApiError 2621462, 5376452, 5374078, 5373960.
 */
export function removeService(request: Request, key: Key): void {
  const { store, settings } = request.cluster;
  refuseOnAsaR2(settings);
  const { svm, enabled } = existingService(request, key);
  if (enabled) {
    throw new ApiError(
      409,
      "5373960",
      "The iSCSI service is enabled. The iSCSI service must be disabled before it can be deleted.",
    );
  }
  store.services.delete(svm.uuid);
  store.sessions.remove((session) => session.svm.uuid === svm.uuid);
  const all = settings.ambiguities.credentialsGoWithService;
  store.credentials.remove((row) => row.svm.uuid === svm.uuid && (all || row.initiator === "default"));
}
