import type { Svm } from "../svms/table";
import { Table } from "../table";

/** An SVM's iSCSI service; there is at most one. */
export interface Service {
  readonly svm: Svm;
  readonly enabled: boolean;
  /** Empty: cleared, and left out of answers. */
  readonly alias: string;
  readonly targetName: string;
}

/** Services by the UUID of their SVM. */
export function newServiceTable(): Table<Service> {
  return new Table((service) => service.svm.uuid);
}
