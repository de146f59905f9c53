import type { Svm } from "../svms/table";
import { Table } from "../table";

/** A TCP connection of a session. */
export interface Connection {
  readonly cid: number;
  readonly authenticationType: "chap" | "none";
  readonly initiatorAddress: { readonly address: string; readonly port: number };
  readonly interface: { readonly name: string; readonly uuid: string; readonly address: string; readonly port: number };
}

/** A logged-in initiator. */
export interface Session {
  readonly svm: Svm;
  readonly targetPortalGroup: string;
  readonly tsih: number;
  /** Missing only in a session that a fixture gives without one. */
  readonly initiator?: { readonly name: string; readonly alias?: string; readonly comment?: string };
  readonly isid: string;
  readonly targetPortalGroupTag: number;
  readonly connections: readonly Connection[];
  /** Given by a fixture; by default the groups that hold the initiator's name. */
  readonly igroups?: readonly { readonly uuid: string; readonly name: string }[];
}

/** Key of a session; the TSIH is padded so that keys sort as numbers do. */
export function sessionKey(svmUuid: string, targetPortalGroup: string, tsih: number): string {
  return `${svmUuid}/${targetPortalGroup}/${String(tsih).padStart(10, "0")}`;
}

/** Sessions by SVM, target portal group and TSIH. */
export function newSessionTable(): Table<Session> {
  return new Table((row) => sessionKey(row.svm.uuid, row.targetPortalGroup, row.tsih));
}
