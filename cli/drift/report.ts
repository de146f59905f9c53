import type { PropertyChange } from "../../provider/inventory";

/**
 * What `ontap-iscsi drift` found. Its JSON is public (docs/drift.md): keys stay as they are.
 */
export interface DriftReport {
  /** `unknown` where any object is, else `drift` where any is changed or gone. */
  readonly status: "clean" | "drift" | "unknown";
  readonly objects: readonly DriftObject[];
  /** Objects on managed SVMs that are in no state; they change neither the status nor the exit code. */
  readonly unmanaged: readonly UnmanagedObject[];
}

/** The state of one recorded object. */
export interface DriftObject {
  readonly urn: string;
  readonly name: string;
  /** The engine's token for the resource class. */
  readonly type: string;
  readonly id: string;
  /** `null` for the cluster without a name. */
  readonly cluster: string | null;
  readonly status: "clean" | "changed" | "gone" | "unknown";
  readonly changes: readonly PropertyChange[];
  /** Recorded properties that could not be compared. */
  readonly unseen: readonly string[];
  /** Names that ONTAP gives and that changed (`svmName`, `targetName`): no drift, and nothing to repair. */
  readonly notes: readonly PropertyChange[];
  /** Why it is gone or not known. */
  readonly reason?: string;
}

/** An object that is in no state. */
export interface UnmanagedObject {
  readonly type: string;
  readonly id: string;
  readonly cluster: string | null;
}

/** The report of these objects. */
export function reportOf(objects: readonly DriftObject[], unmanaged: readonly UnmanagedObject[]): DriftReport {
  const any = (...statuses: ReadonlyArray<DriftObject["status"]>) =>
    objects.some(({ status }) => statuses.includes(status));
  return { status: any("unknown") ? "unknown" : any("changed", "gone") ? "drift" : "clean", objects, unmanaged };
}
