import type { OntapClient } from "../rest";
import { Cascades } from "./cascades";
import { CheckedCreations } from "./checked-creations";
import { CheckedObjects } from "./checked-objects";
import { CoalescedReads } from "./coalesced-reads";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { ExistingObjects } from "./existing-objects";
import { PendingPrerequisites } from "./pending-prerequisites";
import { Permits } from "./permits";
import { PlannedChanges } from "./planned-changes";
import { Probes } from "./probe";
import { SvmLocks } from "./svm-locks";
import { SvmNames } from "./svm-names";
import { ToldCauses } from "./told-causes";

/** What one provider process keeps in mind between calls. Shared by all resources; gone with the process. */
export class Memory {
  readonly permits = new Permits();
  readonly locks = new SvmLocks();
  readonly prerequisites = new PendingPrerequisites();
  readonly cascades = new Cascades();
  readonly svmNames = new SvmNames();
  readonly probes = new Probes();
  readonly checked = new CheckedObjects();
  readonly existing = new ExistingObjects();
  readonly checkedCreations = new CheckedCreations();
  readonly toldCauses = new ToldCauses();
  readonly #owners = new Map<string, string>();
  readonly #managed = new Set<string>();
  readonly #planned: PlannedChanges<unknown>[] = [];
  readonly #said = new Set<string>();
  readonly #reads = new Map<OntapClient, Array<{ invalidate(): void }>>();

  /** Notes that an entry of the state manages this object, and goes on doing so. */
  noteManaged(subject: string): void {
    this.#managed.add(subject);
  }

  /** Notes that the entry which manages this object is deleted. */
  forgetManaged(subject: string): void {
    this.#managed.delete(subject);
  }

  /** True where an entry of the state manages this object. */
  isManaged(subject: string): boolean {
    return this.#managed.has(subject);
  }

  /** Notes that a resource adopted this object. `subject` names it on its array, `owner` the adoption. */
  recordAdoption(subject: string, owner: string): void {
    this.#owners.set(subject, owner);
  }

  /**
   * True where another resource took the object over in this run: whoever deletes it now is its former owner (a
   * resource that was renamed without an alias, or that a replacement left behind) and must leave it alone.
   */
  hasOtherOwner(subject: string, owner: string | undefined): boolean {
    const current = this.#owners.get(subject);
    return current !== undefined && current !== owner;
  }

  /** True the first time for what is to be said once in a run, though several objects give rise to it. */
  isNews(what: string): boolean {
    const isNew = !this.#said.has(what);
    this.#said.add(what);
    return isNew;
  }

  /** What is planned for objects of one kind. */
  planned<Inputs extends CommonInputs, Wire>(definition: ResourceDefinition<Inputs, Wire>): PlannedChanges<Inputs> {
    const found = this.#planned.find((known): known is PlannedChanges<Inputs> => known.definition === definition);
    if (found !== undefined) {
      return found;
    }
    const planned = new PlannedChanges<Inputs>(definition);
    this.#planned.push(planned);
    return planned;
  }

  /** The gathered reads of one kind from one cluster. */
  reads<Inputs extends CommonInputs, Wire>(
    definition: ResourceDefinition<Inputs, Wire>,
    ontap: OntapClient,
  ): CoalescedReads<Inputs, Wire> {
    const known = this.#reads.get(ontap) ?? [];
    const found = known.find((reads): reads is CoalescedReads<Inputs, Wire> => isOf(reads, definition));
    if (found !== undefined) {
      return found;
    }
    const reads = new CoalescedReads(definition, ontap);
    this.#reads.set(ontap, [...known, reads]);
    return reads;
  }

  /** Forgets what was read from a cluster, since something was written to it. */
  invalidateReads(ontap: OntapClient): void {
    for (const reads of this.#reads.get(ontap) ?? []) {
      reads.invalidate();
    }
  }
}

function isOf(reads: object, definition: object): boolean {
  return reads instanceof CoalescedReads && reads.definition === definition;
}
