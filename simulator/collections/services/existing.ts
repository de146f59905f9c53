import { svmFromPath } from "../../rules/svm-reference";
import type { Service } from "../../state/model";
import { ApiError } from "../../wire/api-error";
import type { Key, Request } from "../collection";

/**
 * The service that a path names.
 *
 * @throws ApiError 2621462 for an unknown SVM, 5374078 for an SVM without a service.
 */
export function existingService(request: Request, [uuid = ""]: Key): Service {
  const svm = svmFromPath(uuid, request.cluster.store, request.scope);
  const service = request.cluster.store.services.get(svm.uuid);
  if (service !== undefined) return service;
  throw new ApiError(404, "5374078", `SVM "${svm.name}" does not have an iSCSI service.`, "svm.uuid");
}
