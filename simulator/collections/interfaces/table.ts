import type { Svm } from "../svms/table";
import { Table } from "../table";

/** A network interface that speaks iSCSI; each is a target portal group of its own. */
export interface Interface {
  readonly svm: Svm;
  readonly uuid: string;
  readonly name: string;
  readonly address: string;
  readonly enabled: boolean;
  /** Whether initiators can reach it. */
  readonly state: "up" | "down";
  readonly services: readonly string[];
  readonly targetPortalGroupTag: number;
}

/** The tag of an SVM's first target portal group, as in the documents' session example. */
export const FIRST_PORTAL_GROUP_TAG = 1027;

/** Interfaces by UUID. */
export function newInterfaceTable(): Table<Interface> {
  return new Table((row) => row.uuid);
}
