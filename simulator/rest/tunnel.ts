import type { IncomingHttpHeaders } from "node:http";
import type { User } from "../access/user";
import type { Scope } from "../collections/collection";
import type { Svm } from "../collections/svms/table";
import { mismatch, unknownSvm } from "../rules/svm-reference";
import type { SimulatedCluster } from "../state/simulated-cluster";
import type { Store } from "../state/store";
import { ApiError } from "../wire/api-error";

/**
 * The SVM that a call is confined to: because its user belongs to that SVM, or by the tunnelling headers.
 *
 * @throws ApiError 2621462 (unknown), 2621706 (the headers disagree), or what names another SVM to a user of one.
 */
export function scopeOf(cluster: SimulatedCluster, headers: IncomingHttpHeaders, user: User): Scope | undefined {
  const { store, settings } = cluster;
  const tunnelled = tunnelledSvm(store, headers);
  if (user.svm === undefined) {
    return tunnelled && { svm: tunnelled, isUser: false, other: ({ uuid }) => mismatch(uuid, tunnelled.name) };
  }
  const svm = lookUp(store.svmNamed(user.svm), user.svm, "svm");
  const other = refusalOfOthers(svm, settings.ambiguities.otherSvmForSvmUser);
  if (tunnelled !== undefined && tunnelled !== svm) {
    throw other(tunnelled, "svm");
  }
  return { svm, isUser: true, other };
}

function tunnelledSvm(store: Store, headers: IncomingHttpHeaders): Svm | undefined {
  const name = text(headers["x-dot-svm-name"]);
  const uuid = text(headers["x-dot-svm-uuid"]);
  const byName = name === undefined ? undefined : lookUp(store.svmNamed(name), name, "X-Dot-SVM-Name");
  const byUuid = uuid === undefined ? undefined : lookUp(store.svms.get(uuid), uuid, "X-Dot-SVM-UUID");
  if (byName !== undefined && byUuid !== undefined && byName !== byUuid) {
    throw mismatch(byUuid.uuid, byName.name);
  }
  return byName ?? byUuid;
}

/** What naming another SVM is to a user of one, who does not see it. */
function refusalOfOthers(own: Svm, code: "2621462" | "2621706" | "6"): Scope["other"] {
  return ({ uuid, name }, target) => {
    if (code === "6") {
      return new ApiError(403, "6", "not authorized for that command");
    }
    return code === "2621706" ? mismatch(uuid, own.name) : unknownSvm(target.endsWith("name") ? name : uuid, target);
  };
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
