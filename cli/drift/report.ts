import type { PropertyChange } from "../../provider/inventory";
import type { Provenance } from "../provenance";
import type { Place } from "../stack/place";
import type { Verdict } from "../verify/verdict";
import type { AuditSource, Who } from "./who/who";

/** Which objects in no state may count as drift, for `--fail-on-unmanaged`. */
export const unmanagedPolicies = ["any", "open"] as const;

/** All of them, or those that let somebody in. */
export type FailOnUnmanaged = (typeof unmanagedPolicies)[number];

/**
 * What `ontap-iscsi drift` found, worst first. Its JSON is public (docs/drift.md): keys stay as they are.
 */
export interface DriftReport extends Findings {
  /** `unknown` where anything could not be told, else `drift` where an object drifted. */
  readonly status: "clean" | "drift" | "unknown";
  readonly provenance: Provenance;
}

/** What the comparison found. */
export interface Findings {
  readonly objects: readonly DriftObject[];
  /** Objects on managed SVMs that are in no state. */
  readonly unmanaged: readonly UnmanagedObject[];
  /** Why something could not be told, each once for each place. */
  readonly causes: readonly UnknownCause[];
  /** What was read of the audit logs; absent without `--who`. */
  readonly audit?: readonly AuditSource[];
}

/** The state of one recorded object. */
export interface DriftObject extends Place {
  readonly urn: string;
  readonly name: string;
  /** Name of the row that it is, where the resource is a table; the table itself has none. */
  readonly row?: string;
  /** The engine's token for the resource class. */
  readonly type: string;
  readonly id: string;
  /** Name of the SVM, as the array has it where it told it, else as it is recorded. */
  readonly svm: string;
  readonly status: "clean" | "changed" | "gone" | "unknown";
  readonly changes: readonly PropertyChange[];
  /** Recorded properties that could not be compared. */
  readonly unseen: readonly string[];
  /** Names that ONTAP gives and that changed (`svmName`, `targetName`): no drift, and nothing to repair. */
  readonly notes: readonly PropertyChange[];
  /** Why it is gone or not known. */
  readonly reason?: string;
  /** With `--verify`: what logins said of its recorded passwords. */
  readonly verified?: Verified;
  /** Who can have done it; with `--who`, where there is something to tell. */
  readonly who?: Who;
}

/** What logins said of the recorded passwords of a credential, and between which addresses they were made. */
export interface Verified extends Verdict {
  readonly portal?: string;
  readonly from?: string;
}

/** An object that is in no state. */
export interface UnmanagedObject extends Place {
  readonly type: string;
  readonly id: string;
  readonly svm: string;
  /** Whom it lets in: `none, from anywhere`. */
  readonly admits: string;
  /** False where it lets in nobody. */
  readonly open: boolean;
  /** True where `--fail-on-unmanaged` makes it drift. */
  readonly drift: boolean;
  /** Who can have made it; with `--who`. */
  readonly who?: Who;
}

/** Why something could not be told. */
export interface UnknownCause extends Place {
  /** As a clause. */
  readonly reason: string;
  /** As sentences, with what to do next. */
  readonly message: string;
  /** The objects concerned; none where it is about something else, such as objects in no state. */
  readonly objects: readonly DriftObject[];
}

/** The report of what was found, in order: what is worst first, then by provider, cluster, SVM and name. */
export function reportOf({ objects, unmanaged, causes, audit }: Findings, provenance: Provenance): DriftReport {
  const drifted = objects.some(isDrift) || unmanaged.some(({ drift }) => drift);
  const isUnknown = causes.length > 0 || objects.some(({ status }) => status === "unknown");
  const inOrder = (some: readonly DriftObject[]) => sorted(some, ({ status }) => WORST_FIRST.indexOf(status));
  return {
    status: isUnknown ? "unknown" : drifted ? "drift" : "clean",
    objects: inOrder(objects),
    unmanaged: sorted(unmanaged, ({ drift, open }) => (drift ? 0 : 2) + (open ? 0 : 1)),
    causes: causes.map((cause) => ({ ...cause, objects: inOrder(cause.objects) })),
    ...(audit === undefined ? {} : { audit }),
    provenance,
  };
}

/** True where the object is not as it is recorded. */
export function isDrift({ status }: DriftObject): boolean {
  return status === "gone" || status === "changed";
}

const WORST_FIRST: ReadonlyArray<DriftObject["status"]> = ["gone", "changed", "unknown", "clean"];

const { compare } = new Intl.Collator("en", { numeric: true });

interface Placed extends Place {
  readonly svm: string;
  readonly name?: string;
  readonly row?: string;
  readonly type: string;
  readonly id: string;
}

function sorted<Item extends Placed>(items: readonly Item[], rank: (item: Item) => number): readonly Item[] {
  const keys = ({ cluster, provider, svm, name, row, type, id }: Item) => [
    provider ?? "",
    cluster ?? "",
    svm,
    name ?? "",
    row ?? "",
    type,
    id,
  ];
  return items
    .map((item) => ({ item, rank: rank(item), keys: keys(item) }))
    .sort((a, b) => a.rank - b.rank || firstDifference(a.keys, b.keys))
    .map(({ item }) => item);
}

function firstDifference(a: readonly string[], b: readonly string[]): number {
  for (const [index, key] of a.entries()) {
    // Most keys are the same, which is cheaper to see than to collate.
    const difference = key === b[index] ? 0 : compare(key, b[index] ?? "");
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
