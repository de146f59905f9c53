import type { Interface } from "../collections/interfaces/table";
import type { Service } from "../collections/services/table";
import type { Svm } from "../collections/svms/table";
import type { Store } from "../state/store";

/** An SVM's target, and the interface through which an initiator reaches it. */
export interface Portal {
  readonly service: Service;
  readonly interface: Interface;
}

/** The service whose target has that name. */
export function serviceOfTarget(store: Store, targetName: string): Service | undefined {
  return store.services.rows().find((service) => service.targetName === targetName);
}

/**
 * The interface of an SVM that an initiator reached: the one with the address that it connected to, else the SVM's first.
 * One port serves every SVM, so that the address need not be any interface's. Undefined where the SVM has none for iSCSI.
 */
export function reachedInterface(store: Store, svm: Svm, localAddress: string): Interface | undefined {
  const own = store.interfaces
    .added()
    .filter((row) => row.svm.uuid === svm.uuid && row.services.includes("data_iscsi"));
  return own.find((row) => row.address === localAddress) ?? own.find((row) => row.state === "up") ?? own[0];
}

/** Targets that answer, in the order of their SVMs: an enabled service in a running SVM with an interface that is up. */
export function openPortals(store: Store, localAddress: string): Portal[] {
  return store.services.rows().flatMap((service) => {
    const reached = reachedInterface(store, service.svm, localAddress);
    const isOpen = service.enabled && service.svm.state === "running" && reached?.state === "up";
    return isOpen && reached !== undefined ? [{ service, interface: reached }] : [];
  });
}
