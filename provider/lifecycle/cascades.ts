import type { SvmReference } from "../schema/svm";

/** An SVM as the states and programs of one run call it. */
export interface CascadeSvm {
  readonly cluster: string | undefined;
  /** Every reference that is known to mean it; one by UUID decides. */
  readonly references: readonly SvmReference[];
}

interface Replacement {
  readonly svm: CascadeSvm;
  state: "planned" | "deleted" | "carried out";
  /** Objects that were created since. */
  readonly restored: Set<string>;
}

interface KeptObject {
  readonly svm: CascadeSvm;
  readonly title: string;
  readonly isNew: boolean;
}

/**
 * What this process knows of objects that ONTAP deletes together with another one: an SVM's credentials go with its
 * iSCSI service. Whoever is asked about such an object after its prerequisite learns that it must be created again;
 * what was said to be unchanged before that would be lost without a trace, so the deletion is refused.
 */
export class Cascades {
  /** By each of its references. */
  readonly #existing = new Map<string, CascadeSvm[]>();
  #forced: readonly CascadeSvm[] = [];
  #cleared: readonly CascadeSvm[] = [];
  #replacements: readonly Replacement[] = [];
  readonly #kept = new Map<string, KeptObject>();
  readonly #lost = new Set<string>();
  readonly #going = new Set<string>();

  /** Notes that the program has a prerequisite on that SVM that exists already. */
  noteExisting(svm: CascadeSvm): void {
    for (const key of keysOf(svm)) {
      const known = this.#existing.get(key) ?? [];
      known.push(svm);
      this.#existing.set(key, known);
    }
  }

  /** UUID of the SVM on which the program has a prerequisite by that name; undefined where it is not known. */
  uuidOf(svm: CascadeSvm): string | undefined {
    const known = keysOf(svm).flatMap((key) => this.#existing.get(key) ?? []);
    const found = known.find((other) => meanSameSvm(other, svm));
    return found?.references.find(({ uuid }) => uuid !== undefined)?.uuid;
  }

  /** Notes that the program allows everything on the SVM to be cut if the prerequisite is replaced. */
  noteForced(svm: CascadeSvm): void {
    this.#forced = [...this.#forced, svm];
  }

  /** True where a replacement of the prerequisite may cut everything on the SVM. */
  isForced(svm: CascadeSvm): boolean {
    return this.#forced.some((known) => meanSameSvm(known, svm));
  }

  /** Notes that the SVM's sessions were looked at, and that none would be cut by a replacement. */
  noteCleared(svm: CascadeSvm): void {
    this.#cleared = [...this.#cleared, svm];
  }

  /** True where {@link noteCleared} was told of that SVM. */
  isCleared(svm: CascadeSvm): boolean {
    return this.#cleared.some((known) => meanSameSvm(known, svm));
  }

  /** Notes that an object stays as the program has it, and so must not go with its prerequisite. */
  keep(subject: string, svm: CascadeSvm, title: string): void {
    this.#kept.set(subject, { svm, title, isNew: false });
  }

  /** Notes that an object was created: it must not go either, and is there if the prerequisite was replaced before. */
  noteCreated(subject: string, svm: CascadeSvm, title: string): void {
    this.#kept.set(subject, { svm, title, isNew: true });
    this.#replacementOn(svm)?.restored.add(subject);
  }

  /** Notes that an object is deleted by itself, or will be created again. */
  release(subject: string): void {
    this.#kept.delete(subject);
  }

  /**
   * Titles of the objects that must not go with the prerequisite of that SVM; where it is replaced, also of those that
   * were created before that.
   */
  kept(svm: CascadeSvm): readonly string[] {
    const isReplaced = this.#replacementOn(svm)?.state === "planned";
    return [...this.#kept.values()]
      .filter((object) => meanSameSvm(object.svm, svm) && (isReplaced || !object.isNew))
      .map(({ title }) => title);
  }

  /** Notes that the prerequisite is, or may be, replaced: what depends on it goes, and must be created again. */
  noteReplacement(svm: CascadeSvm): void {
    if (this.#replacementOn(svm)?.state !== "planned") {
      const others = this.#replacements.filter((known) => !meanSameSvm(known.svm, svm));
      this.#replacements = [...others, { svm, state: "planned", restored: new Set() }];
    }
  }

  /** Notes that the prerequisite was deleted, and with it what depended on it. */
  notePrerequisiteDeleted(svm: CascadeSvm): void {
    this.noteReplacement(svm);
    const replacement = this.#replacementOn(svm);
    if (replacement !== undefined) {
      replacement.state = "deleted";
    }
  }

  /**
   * Notes that the prerequisite is there. Where it was made now (`isNew`) nothing is left of what an earlier one had,
   * whoever deleted that, and when. One that was taken over replaces none, unless one was deleted in this process.
   */
  notePrerequisiteCreated(svm: CascadeSvm, isNew: boolean): void {
    this.noteExisting(svm);
    this.#forced = this.#forced.filter((known) => !meanSameSvm(known, svm));
    this.#cleared = this.#cleared.filter((known) => !meanSameSvm(known, svm));
    const replacement = this.#replacementOn(svm);
    this.#replacements = this.#replacements.filter((known) => known !== replacement);
    if (isNew || replacement?.state === "deleted") {
      const restored = replacement?.restored ?? new Set();
      this.#replacements = [...this.#replacements, { svm, state: "carried out", restored }];
    }
  }

  /** Whether the prerequisite of that SVM is replaced in this process, and whether that has been done. */
  replacementOf(svm: CascadeSvm): "planned" | "carried out" | undefined {
    const state = this.#replacementOn(svm)?.state;
    return state === "deleted" ? "planned" : state;
  }

  /** True where an object was created after its prerequisite had been replaced. */
  isRestored(subject: string, svm: CascadeSvm): boolean {
    return this.#replacementOn(svm)?.restored.has(subject) === true;
  }

  /** Notes that an object is deleted because its prerequisite goes. */
  noteGoing(subject: string): void {
    this.#going.add(subject);
  }

  /** True where {@link noteGoing} was told of that object. */
  isGoing(subject: string): boolean {
    return this.#going.has(subject);
  }

  /** Notes that an object is lost, or will be, and is to be created again by the update that follows. */
  noteLost(subject: string): void {
    this.#lost.add(subject);
    this.release(subject);
  }

  /** True once for an object of which {@link noteLost} was told. */
  takeLost(subject: string): boolean {
    return this.#lost.delete(subject);
  }

  #replacementOn(svm: CascadeSvm): Replacement | undefined {
    return this.#replacements.find((known) => meanSameSvm(known.svm, svm));
  }
}

/** A key for each reference: two that mean the same SVM have one in common. */
function keysOf({ cluster, references }: CascadeSvm): readonly string[] {
  return references.flatMap(({ uuid, name }) => [
    ...(uuid === undefined ? [] : [JSON.stringify([cluster, "uuid", uuid.toLowerCase()])]),
    ...(name === undefined ? [] : [JSON.stringify([cluster, "name", name])]),
  ]);
}

/** True where the two mean the same SVM, as far as their references tell: by UUID, and by name only without one. */
export function meanSameSvm(a: CascadeSvm, b: CascadeSvm): boolean {
  if (a.cluster !== b.cluster) {
    return false;
  }
  const [uuids, others] = [a, b].map(({ references }) => references.flatMap(({ uuid }) => uuid?.toLowerCase() ?? []));
  if (uuids?.[0] !== undefined && others?.[0] !== undefined) {
    return others.includes(uuids[0]);
  }
  const names = b.references.map(({ name }) => name);
  return a.references.some(({ name }) => name !== undefined && names.includes(name));
}
