import type { Svm } from "../svms/table";
import { Table } from "../table";

/** How an initiator proves who it is. */
export const authenticationTypes = ["chap", "none", "deny"] as const;
export type AuthenticationType = (typeof authenticationTypes)[number];

/** One direction of CHAP. The password is missing only where a fixture was pasted from a GET, which never shows it. */
export interface ChapPair {
  readonly user: string;
  readonly password?: string;
}

/** Addresses from `start` to `end`, both included. */
export interface AddressRange {
  readonly start: string;
  readonly end: string;
}

/** A network; the netmask is a prefix length. */
export interface AddressMask {
  readonly address: string;
  readonly netmask: string;
}

/** A credential row; `default` as initiator means all that have no row of their own. */
export interface Credential {
  readonly svm: Svm;
  readonly initiator: string;
  readonly authenticationType: AuthenticationType;
  readonly inbound?: ChapPair;
  readonly outbound?: ChapPair;
  /** Together with `masks`: where the initiator may log in from. Both empty: from anywhere. */
  readonly ranges: readonly AddressRange[];
  readonly masks: readonly AddressMask[];
}

/** Key of what an SVM knows of an initiator, such as its credential row. */
export function credentialKey(svmUuid: string, initiator: string): string {
  return `${svmUuid}/${initiator}`;
}

/** Credential rows by SVM and initiator. */
export function newCredentialTable(): Table<Credential> {
  return new Table((row) => credentialKey(row.svm.uuid, row.initiator));
}
