import type { ObjectKey } from "./definition";

/** What becomes of an object in this run; `want` undefined where it is to be deleted. */
export interface PlannedChange<Inputs> {
  readonly key: ObjectKey;
  readonly want: Inputs | undefined;
  /** What removes it though it never was its own: a table that takes in its whole SVM, for messages. */
  readonly claimedBy?: string;
  /** The name of the object that is left as it is unless this change, which goes first, succeeds. */
  readonly precedes?: string;
}

/**
 * What this process has planned for objects of one kind, as far as it is known. Two changes that are harmless alone can
 * bar a host together, so whoever judges one looks at the others of that SVM as well.
 */
export class PlannedChanges<Inputs> {
  readonly #bySvm = new Map<string, Map<string, PlannedChange<Inputs>>>();

  constructor(
    /** The kind of object. */
    readonly definition: object,
  ) {}

  /** Notes what becomes of the object with that id on that SVM. */
  plan(svm: string, id: string, change: PlannedChange<Inputs>): void {
    const planned = this.#bySvm.get(svm) ?? new Map<string, PlannedChange<Inputs>>();
    planned.set(id, change);
    this.#bySvm.set(svm, planned);
  }

  /** Notes that the array now has the object as the program wants it. */
  settle(svm: string, id: string): void {
    this.#bySvm.get(svm)?.delete(id);
  }

  /** What is planned for the object with that id on that SVM; undefined for nothing. */
  of(svm: string, id: string): PlannedChange<Inputs> | undefined {
    return this.#bySvm.get(svm)?.get(id);
  }

  /** Everything planned on an SVM. */
  on(svm: string): ReadonlyArray<PlannedChange<Inputs>> {
    return [...(this.#bySvm.get(svm)?.values() ?? [])];
  }
}
