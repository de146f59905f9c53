import type { Scope } from "../collections/collection";
import type { Svm } from "../collections/svms/table";
import type { Store } from "../state/store";
import { ApiError } from "../wire/api-error";
import { bodyText } from "../wire/body-fields";
import type { WireRecord } from "../wire/json";

/**
 * The SVM that a body names; a tunnelled call needs none.
 *
 * @throws ApiError 2621707 (none named), 2621706 (name and UUID disagree), 2621462 (unknown), or
 * what another SVM than that of the call is refused with.
 */
export function svmFromBody(body: WireRecord, store: Store, scope: Scope | undefined): Svm {
  const uuid = bodyText(body, "svm.uuid");
  const name = bodyText(body, "svm.name");
  if (uuid === undefined && name === undefined) {
    if (scope !== undefined) {
      return scope.svm;
    }
    throw new ApiError(
      400,
      "2621707",
      `No SVM was specified. Either "svm.name" or "svm.uuid" must be supplied.`,
      "svm",
    );
  }
  const byUuid = uuid === undefined ? undefined : store.svms.get(uuid);
  const byName = name === undefined ? undefined : store.svmNamed(name);
  if (uuid !== undefined && name !== undefined && byUuid !== byName) {
    throw mismatch(uuid, name);
  }
  const svm = byUuid ?? byName;
  if (svm === undefined) {
    throw unknownSvm(uuid ?? name ?? "", uuid === undefined ? "svm.name" : "svm.uuid");
  }
  if (scope !== undefined && svm.uuid !== scope.svm.uuid) {
    throw scope.other(svm, uuid === undefined ? "svm.name" : "svm.uuid");
  }
  return svm;
}

/**
 * The SVM whose UUID is in the path.
 *
 * @throws ApiError 2621462 (unknown), or what another SVM than that of the call is refused with.
 */
export function svmFromPath(uuid: string, store: Store, scope: Scope | undefined): Svm {
  const svm = store.svms.get(uuid);
  if (svm === undefined) {
    throw unknownSvm(uuid, "svm.uuid");
  }
  if (scope !== undefined && svm.uuid !== scope.svm.uuid) {
    throw scope.other(svm, "svm.uuid");
  }
  return svm;
}

/** 2621462, with the SVM as the client named it. */
export function unknownSvm(named: string, target: string): ApiError {
  return new ApiError(404, "2621462", `SVM "${named}" does not exist.`, target);
}

/** 2621706. */
export function mismatch(uuid: string, name: string): ApiError {
  return new ApiError(
    400,
    "2621706",
    `The specified "svm.uuid" (${uuid}) and "svm.name" (${name}) do not refer to the same SVM.`,
    "svm",
  );
}
