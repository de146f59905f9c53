import type { IncomingHttpHeaders } from "node:http";
import type { Svm } from "../collections/svms/table";
import { mismatch, unknownSvm } from "../rules/svm-reference";
import type { User } from "../state/settings";
import type { Store } from "../state/store";

/**
 * The SVM that a call is confined to: by the tunnelling headers, or because its user belongs to one SVM.
 *
 * @throws ApiError 2621462 (unknown), 2621706 (the headers, or the user, disagree).
 */
export function tunnelledSvm(store: Store, headers: IncomingHttpHeaders, user: User): Svm | undefined {
  const name = text(headers["x-dot-svm-name"]);
  const uuid = text(headers["x-dot-svm-uuid"]);
  const byName = name === undefined ? undefined : lookUp(store.svmNamed(name), name, "X-Dot-SVM-Name");
  const byUuid = uuid === undefined ? undefined : lookUp(store.svms.get(uuid), uuid, "X-Dot-SVM-UUID");
  const own = user.svm === undefined ? undefined : lookUp(store.svmNamed(user.svm), user.svm, "svm");
  const given = [byName, byUuid, own].filter((svm) => svm !== undefined);
  const [first] = given;
  const other = given.find((svm) => svm !== first);
  if (first !== undefined && other !== undefined) {
    throw mismatch(other.uuid, first.name);
  }
  return first;
}

function lookUp(svm: Svm | undefined, named: string, target: string): Svm {
  if (svm === undefined) {
    throw unknownSvm(named, target);
  }
  return svm;
}

function text(header: string | string[] | undefined): string | undefined {
  const value = Array.isArray(header) ? header[0] : header;
  return value === undefined || value === "" ? undefined : value;
}
