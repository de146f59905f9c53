import { Table } from "../table";
/** A storage virtual machine. */
export interface Svm {
  readonly uuid: string;
  readonly name: string;
  readonly state: SvmState;
  readonly subtype: SvmSubtype;
  /** False: iSCSI may not be set up here (2621507). */
  readonly iscsiAllowed: boolean;
  /** True: configured for NVMe, which rules iSCSI out (5373966). */
  readonly nvmeEnabled: boolean;
}

/** States of an SVM; only a running one takes a new service or a login. */
export const svmStates = ["starting", "running", "stopping", "stopped", "deleting", "initializing"] as const;
export type SvmState = (typeof svmStates)[number];

/** What an SVM is for. */
export const svmSubtypes = ["default", "dp_destination", "sync_source", "sync_destination", "data_engine"] as const;
export type SvmSubtype = (typeof svmSubtypes)[number];

/** SVMs by UUID. */
export function newSvmTable(): Table<Svm> {
  return new Table((svm) => svm.uuid);
}
