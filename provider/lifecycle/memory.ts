import { createHash } from "node:crypto";
import type { OntapClient } from "../rest";
import { type Bag, canonical } from "../schema/bag";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { Foundations } from "./foundations";
import { GatheredReads } from "./gathered-reads";
import { Permits } from "./permits";
import { SvmLocks } from "./svm-locks";

/** What one provider process keeps in mind between calls. Shared by all resources; gone with the process. */
export class Memory {
  readonly permits = new Permits();
  readonly locks = new SvmLocks();
  readonly foundations = new Foundations();
  readonly #checked = new Set<string>();
  readonly #owners = new Map<string, string>();
  readonly #cleared = new Set<string>();
  readonly #deletions = new Set<string>();
  readonly #reads = new Map<OntapClient, Array<{ forget(): void }>>();

  /** Notes that these inputs came from a program, as its preview or its `up` has them checked. */
  noteChecked(type: string, inputs: Bag): void {
    this.#checked.add(fingerprint(type, inputs));
  }

  /** True where these inputs came from a program. A refresh compares with inputs that nobody has checked. */
  wasChecked(type: string, inputs: Bag): boolean {
    return this.#checked.has(fingerprint(type, inputs));
  }

  /** Notes that a resource took over this object. `subject` names it on its array, `owner` the takeover. */
  noteTakenOver(subject: string, owner: string): void {
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

  /** Notes that an SVM's service may be replaced: its sessions were looked at, or the program forces it. */
  noteCleared(svm: string): void {
    this.#cleared.add(svm);
  }

  /** True where {@link noteCleared} was told of that SVM. */
  isCleared(svm: string): boolean {
    return this.#cleared.has(svm);
  }

  /** Notes that credentials of an SVM are deleted; true for the first of them. */
  isFirstDeletion(svm: string): boolean {
    const first = !this.#deletions.has(svm);
    this.#deletions.add(svm);
    return first;
  }

  /** The gathered reads of one kind from one cluster. */
  reads<Inputs extends CommonInputs, Wire>(
    definition: ResourceDefinition<Inputs, Wire>,
    ontap: OntapClient,
  ): GatheredReads<Inputs, Wire> {
    const known = this.#reads.get(ontap) ?? [];
    const found = known.find((reads): reads is GatheredReads<Inputs, Wire> => isOf(reads, definition));
    if (found !== undefined) {
      return found;
    }
    const reads = new GatheredReads(definition, ontap);
    this.#reads.set(ontap, [...known, reads]);
    return reads;
  }

  /** Forgets what was read from a cluster, since something was written to it. */
  written(ontap: OntapClient): void {
    for (const reads of this.#reads.get(ontap) ?? []) {
      reads.forget();
    }
  }
}

function isOf(reads: object, definition: object): boolean {
  return reads instanceof GatheredReads && reads.definition === definition;
}

function fingerprint(type: string, inputs: Bag): string {
  return createHash("sha256")
    .update(`${type}\n${canonical(inputs)}`)
    .digest("base64");
}
