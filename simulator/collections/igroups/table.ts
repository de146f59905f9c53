import type { Svm } from "../svms/table";
import { Table } from "../table";

/** A member of an initiator group. */
export interface IgroupInitiator {
  readonly name: string;
  readonly comment?: string;
}

/** An initiator group. */
export interface Igroup {
  readonly svm: Svm;
  readonly uuid: string;
  readonly name: string;
  readonly initiators: readonly IgroupInitiator[];
}

/** Igroups by UUID. */
export function newIgroupTable(): Table<Igroup> {
  return new Table((row) => row.uuid);
}
