import type { Credential } from "../collections/credentials/table";
import type { Interface } from "../collections/interfaces/table";
import type { Service } from "../collections/services/table";
import { addressRefusal, decidingRow, type Refusal, serviceRefusal } from "../rules/admission";
import type { SimulatedCluster } from "../state/simulated-cluster";
import type { Endpoints } from "./endpoints";
import { LoginRefusal } from "./login-refusal";
import { refusalStatus } from "./login-status";
import { openPortals, reachedInterface, serviceOfTarget } from "./portals";

/** Longest name of an initiator, in bytes. Source: RFC 7143, 4.2.7.2. */
const LONGEST_NAME = 223;

/** Who logs in, where to. */
export interface Identity {
  readonly initiator: string;
  readonly alias?: string;
  /** The target of a normal session; undefined for discovery. */
  readonly target?: { readonly service: Service; readonly portal: Interface };
}

/**
 * Reads who logs in, where to, of the first request of a login.
 *
 * @throws LoginRefusal for missing or malformed names, and for a target that is not here.
 */
export function identify(
  keys: ReadonlyMap<string, string>,
  { store, settings }: SimulatedCluster,
  { local }: Endpoints,
): Identity {
  const initiator = keys.get("InitiatorName");
  if (initiator === undefined) {
    throw new LoginRefusal("0207", "InitiatorName is missing");
  }
  if (!/^(iqn|eui|naa)\.[^\s\p{C}]+$/iu.test(initiator) || Buffer.byteLength(initiator) > LONGEST_NAME) {
    throw new LoginRefusal("0200", "InitiatorName is not a name of an initiator");
  }
  const alias = keys.get("InitiatorAlias");
  const who = { initiator, ...(alias !== undefined && { alias }) };
  const type = keys.get("SessionType") ?? "Normal";
  if (type === "Discovery") {
    return who;
  }
  const targetName = keys.get("TargetName");
  if (type !== "Normal" || targetName === undefined) {
    throw new LoginRefusal("0207", "TargetName is missing, or SessionType is unknown");
  }
  const service = serviceOfTarget(store, targetName);
  if (service === undefined) {
    throw refused({ cause: "target", reason: "no SVM has that target" }, settings);
  }
  const portal = reachedInterface(store, service.svm, local.address);
  if (portal === undefined) {
    throw refused({ cause: "target", reason: `${service.svm.name} has no interface for iSCSI` }, settings);
  }
  return { ...who, target: { service, portal } };
}

/**
 * The row that decides about an initiator as of now; undefined where nobody is asked to authenticate.
 *
 * @throws LoginRefusal where the service, or the row by itself, turns the initiator away.
 */
export function rowOf(
  { initiator, target }: Identity,
  cluster: SimulatedCluster,
  { local }: Endpoints,
): Credential | undefined {
  const { store, settings } = cluster;
  const portal = target?.portal ?? decidingPortal(cluster, local.address);
  if (portal === undefined) {
    return undefined;
  }
  const row = serviceRefusal(store, portal.svm, portal) ?? decidingRow(store, portal.svm, initiator);
  if ("cause" in row) {
    throw refused(row, settings);
  }
  return row;
}

/** Throws LoginRefusal where the deciding row does not admit the initiator's address. */
export function checkAddress(row: Credential | undefined, { settings }: SimulatedCluster, { remote }: Endpoints): void {
  const outside = row && addressRefusal(row, remote.address);
  if (outside !== undefined) {
    throw refused(outside, settings);
  }
}

/** By whose rows a discovery session is assessed: those of the SVM that has the address, else of the first one. */
function decidingPortal({ store, settings }: SimulatedCluster, localAddress: string): Interface | undefined {
  if (settings.ambiguities.loginDiscovery === "open") {
    return undefined;
  }
  const portals = openPortals(store, localAddress).map((portal) => portal.interface);
  return portals.find(({ address }) => address === localAddress) ?? portals[0];
}

function refused({ cause, reason }: Refusal, { ambiguities }: SimulatedCluster["settings"]): LoginRefusal {
  return new LoginRefusal(refusalStatus(cause, ambiguities), reason);
}
