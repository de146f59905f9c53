import { type Credential, credentialKey } from "../collections/credentials/table";
import type { Interface } from "../collections/interfaces/table";
import type { Svm } from "../collections/svms/table";
import type { Store } from "../state/store";
import { admits } from "./address-list";

/** Which rule turns an initiator away: its target, the state of that, its row, its address, or the authentication. */
export type RefusalCause = "target" | "service" | "row" | "address" | "authentication";

/** Why an initiator is turned away. */
export interface Refusal {
  readonly cause: RefusalCause;
  /** Without any secret. */
  readonly reason: string;
}

/** Why nobody can log in to an SVM through an interface. Undefined if initiators can. */
export function serviceRefusal(store: Store, svm: Svm, portal: Interface): Refusal | undefined {
  const service = store.services.get(svm.uuid);
  if (service === undefined) {
    return { cause: "target", reason: `${svm.name} has no iSCSI service` };
  }
  if (!service.enabled) {
    return { cause: "service", reason: `the iSCSI service of ${svm.name} is disabled` };
  }
  if (svm.state !== "running") {
    return { cause: "service", reason: `${svm.name} is ${svm.state}` };
  }
  if (!portal.enabled || portal.state === "down") {
    return { cause: "service", reason: `the interface ${portal.name} is down` };
  }
  return undefined;
}

/** The row that decides about an initiator: its own, or else `default`; a refusal where there is none, or it denies. */
export function decidingRow(store: Store, svm: Svm, initiator: string): Credential | Refusal {
  const row =
    store.credentials.get(credentialKey(svm.uuid, initiator)) ??
    store.credentials.get(credentialKey(svm.uuid, "default"));
  if (row === undefined) {
    return { cause: "row", reason: `${svm.name} has neither a row for the initiator nor a default row` };
  }
  return row.authenticationType === "deny" ? { cause: "row", reason: `the row "${row.initiator}" denies access` } : row;
}

/** Why a row does not admit an address. Undefined if it does. */
export function addressRefusal(row: Credential, address: string): Refusal | undefined {
  return admits(row, address)
    ? undefined
    : { cause: "address", reason: `${address} is not in the initiator address list` };
}
