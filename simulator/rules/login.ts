import { type Credential, credentialKey } from "../collections/credentials/table";
import type { Interface } from "../collections/interfaces/table";
import type { Session } from "../collections/sessions/table";
import type { Svm } from "../collections/svms/table";
import type { Store } from "../state/store";
import { admits } from "./address-list";
import { sameSecret } from "./chap-secret";

/** What an initiator presents at a login. */
export interface Login {
  readonly initiator: string;
  /** Where it comes from. */
  readonly address: string;
  readonly user?: string;
  readonly password?: string;
  /** What it wants the array to prove in turn. */
  readonly outbound?: { readonly user: string; readonly password: string };
}

/** Admitted, with the authentication that was used, or rejected. */
export type Verdict = { readonly authenticationType: "chap" | "none" } | { readonly reason: string };

/** Assesses a login by the stored credentials: the initiator's own row, or else `default`. */
export function assessLogin(store: Store, svm: Svm, portal: Interface, login: Login): Verdict {
  const service = store.services.get(svm.uuid);
  if (service === undefined) {
    return { reason: `${svm.name} has no iSCSI service` };
  }
  if (!service.enabled) {
    return { reason: `the iSCSI service of ${svm.name} is disabled` };
  }
  if (svm.state !== "running") {
    return { reason: `${svm.name} is ${svm.state}` };
  }
  if (!portal.enabled || portal.state === "down") {
    return { reason: `the interface ${portal.name} is down` };
  }
  const row =
    store.credentials.get(credentialKey(svm.uuid, login.initiator)) ??
    store.credentials.get(credentialKey(svm.uuid, "default"));
  if (row === undefined) {
    return { reason: `${svm.name} has neither a row for the initiator nor a default row` };
  }
  if (row.authenticationType === "deny") {
    return { reason: `the row "${row.initiator}" denies access` };
  }
  if (!admits(row, login.address)) {
    return { reason: `${login.address} is not in the initiator address list` };
  }
  return row.authenticationType === "chap" ? assessChap(row, login) : assessNone(login);
}

function assessNone({ outbound }: Login): Verdict {
  if (outbound !== undefined) {
    return { reason: "the initiator wants the array to authenticate, which type none does not" };
  }
  return { authenticationType: "none" };
}

function assessChap({ inbound, outbound }: Credential, login: Login): Verdict {
  if (login.user === undefined || login.password === undefined) {
    return { reason: "CHAP is required" };
  }
  if (inbound?.password === undefined || inbound.user !== login.user || !sameSecret(inbound.password, login.password)) {
    return { reason: "the CHAP user or password is wrong" };
  }
  if (login.outbound === undefined) {
    return { authenticationType: "chap" };
  }
  if (outbound?.password === undefined) {
    return { reason: "the initiator wants the array to authenticate, which has no outbound credentials" };
  }
  if (outbound.user !== login.outbound.user || !sameSecret(outbound.password, login.outbound.password)) {
    return { reason: "the array's outbound user or password is not what the initiator expects" };
  }
  return { authenticationType: "chap" };
}

/** The only port that ONTAP serves iSCSI on. */
const ISCSI_PORT = 3260;

/** A session of one connection for an initiator that was let in through an interface. */
export function newSession(
  store: Store,
  portal: Interface,
  login: Login,
  authenticationType: "chap" | "none",
): Session {
  const tsih = store.nextTsih(portal.svm.uuid);
  const octets = [tsih >> 16, tsih >> 8, tsih].map((part) => (part & 255).toString(16).padStart(2, "0"));
  return {
    svm: portal.svm,
    targetPortalGroup: portal.name,
    tsih,
    initiator: { name: login.initiator },
    isid: ["00", "02", "3d", ...octets].join(":"),
    targetPortalGroupTag: portal.targetPortalGroupTag,
    connections: [
      {
        cid: 1,
        authenticationType,
        initiatorAddress: { address: login.address, port: 49_152 + (tsih % 16_000) },
        interface: { name: portal.name, uuid: portal.uuid, address: portal.address, port: ISCSI_PORT },
      },
    ],
  };
}
