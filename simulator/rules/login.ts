import type { Credential } from "../collections/credentials/table";
import type { Interface } from "../collections/interfaces/table";
import type { Svm } from "../collections/svms/table";
import type { Store } from "../state/store";
import { addressRefusal, decidingRow, serviceRefusal } from "./admission";
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
  const closed = serviceRefusal(store, svm, portal);
  if (closed !== undefined) {
    return closed;
  }
  const row = decidingRow(store, svm, login.initiator);
  if ("cause" in row) {
    return row;
  }
  const outside = addressRefusal(row, login.address);
  if (outside !== undefined) {
    return outside;
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
