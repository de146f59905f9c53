import { svmFromPath } from "../../rules/svm-reference";
import type { Settings } from "../../state/settings";
import { ApiError } from "../../wire/api-error";
import type { Key, Request } from "../collection";
import type { Service } from "./table";

/**
 * The service that a path names.
 *
 * @throws ApiError 2621462 for an unknown SVM, 5374078 for an SVM without a service.
 */
export function existingService(request: Request, [uuid = ""]: Key): Service {
  const svm = svmFromPath(uuid, request.cluster.store, request.scope);
  const service = request.cluster.store.services.get(svm.uuid);
  if (service !== undefined) {
    return service;
  }
  throw new ApiError(404, "5374078", `SVM "${svm.name}" does not have an iSCSI service.`, "svm.uuid");
}

/** Refuses POST and DELETE of services with 5376452 where the cluster emulates an ASA r2. */
export function refuseOnAsaR2(settings: Settings): void {
  if (settings.personality === "asaR2") {
    throw new ApiError(405, "5376452", "Service POST and DELETE are not supported on ASA r2.");
  }
}

/** What is wrong with a target alias: 1 to 128 printable characters other than space. Undefined if it is right. */
export function aliasProblem(alias: string): string | undefined {
  const length = [...alias].length;
  if (length < 1 || length > 128) {
    return "must have 1 to 128 characters";
  }
  return /[\p{C}\p{Z}]/u.test(alias) ? "can hold any printable character except space" : undefined;
}
