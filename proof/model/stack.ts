import { isDeepStrictEqual } from "node:util";
import { type ArrayState, objectAt, type RowObject, type ServiceObject, type Svm } from "./array-state";
import { type Declaration, goalsOf, meant, referenceOf, type SvmReference } from "./program";
import type { Goal, StackState } from "./stack-state";

/** What the model knows of the object behind an entry, whatever the provider recorded. */
export interface Known {
  /** The object as the stack last saw or left it. */
  readonly seen: ServiceObject | RowObject | undefined;
  /**
   * The declarations under which the next run must make it right without a refresh: any, or the one under which a
   * write failed whose effect nobody knows, or none, since it was changed by hand and then only in part by a run.
   */
  readonly sureFor: "any" | "none" | Declaration;
  /** True where a password may have been changed by hand, which no refresh can show. */
  readonly hasHiddenChange: boolean;
}

/** How an entry came to name its SVM. */
interface Naming {
  /** In the run before; undefined where a refresh may have recorded an older one. */
  readonly last: SvmReference | undefined;
  /** In all runs since it was created: an older one may be recorded again by a refresh. */
  readonly all: readonly SvmReference[];
}

/** One of the stacks that share the SVMs: its program, what the engine has of it, and what the model knows. */
export class Stack {
  readonly program = new Map<string, Declaration>();
  /** Names whose removal leaves the object as it is. */
  readonly retained = new Set<string>();
  readonly state: StackState = new Map();
  readonly known = new Map<string, Known>();
  readonly naming = new Map<string, Naming>();
  /** Declarations as they were when a run last carried them out. */
  readonly applied = new Map<string, Declaration>();

  constructor(readonly name: string) {}

  goals(): readonly Goal[] {
    return goalsOf(this.program);
  }

  /**
   * Ids of the objects that a resource may mean: one as a rule; none where the run must fail; two where a reference of
   * an earlier run is given again, which may be the recorded one. What a run leaves out stays what it is.
   */
  meantIds(svms: readonly Svm[], name: string, targets?: ReadonlySet<string>): readonly string[] {
    const declaration = this.program.get(name);
    if (declaration === undefined) {
      return [];
    }
    const entry = this.state.get(name);
    if (entry !== undefined && targets?.has(name) === false) {
      return [entry.id];
    }
    const uuids = this.#meantSvms(svms, name, declaration, targets);
    return declaration.kind === "IscsiService" ? uuids : uuids.map((uuid) => `${uuid}/${declaration.initiator}`);
  }

  #meantSvms(
    svms: readonly Svm[],
    name: string,
    declaration: Declaration,
    targets: ReadonlySet<string> | undefined,
  ): readonly string[] {
    if (typeof declaration.svm === "string") {
      return this.meantIds(svms, declaration.svm, targets);
    }
    const found = meant(svms, declaration.svm)?.uuid;
    const entry = this.state.get(name);
    const naming = this.naming.get(name);
    if (entry === undefined || entry.isPendingReplacement || naming === undefined) {
      return found === undefined ? [] : [found];
    }
    const recorded = entry.id.replace(/\/.*/, "");
    if (isDeepStrictEqual(naming.last, declaration.svm)) {
      return [recorded];
    }
    const isOlder = naming.all.some((reference) => isDeepStrictEqual(reference, declaration.svm));
    return [...new Set([...(isOlder ? [recorded] : []), ...(found === undefined ? [] : [found])])];
  }

  /** True where it cannot be told which reference is the recorded one. */
  isAmbiguous(name: string): boolean {
    const declaration = this.program.get(name);
    const naming = this.naming.get(typeof declaration?.svm === "string" ? declaration.svm : name);
    return naming !== undefined && naming.last === undefined;
  }

  /** Notes that a run carried this resource out, or found nothing to do. */
  noteApplied(name: string, isNew: boolean): void {
    const declaration = this.program.get(name);
    const reference = declaration === undefined ? undefined : referenceOf(this.program, declaration);
    if (declaration === undefined || reference === undefined) {
      return;
    }
    this.applied.set(name, declaration);
    const before = isNew ? [] : (this.naming.get(name)?.all ?? []);
    this.naming.set(name, { last: reference, all: [...before, reference] });
  }

  /** Notes that a refresh recorded what it found. */
  noteRefreshed(name: string): void {
    const naming = this.naming.get(name);
    if (naming?.all.some((reference) => !isDeepStrictEqual(reference, naming.last))) {
      this.naming.set(name, { ...naming, last: undefined });
    }
  }

  /** Notes that the entry is no longer in the state. */
  forget(name: string, id: string): void {
    this.naming.delete(name);
    this.applied.delete(name);
    if (![...this.state.values()].some((entry) => entry.id === id)) {
      this.known.delete(id);
    }
  }

  /** True where a run must leave the object as the program says, and no refresh is needed for that. */
  isSure(array: ArrayState, id: string, declaration: Declaration): boolean {
    const known = this.known.get(id);
    return (
      known !== undefined &&
      (known.sureFor === "any" || isDeepStrictEqual(known.sureFor, declaration)) &&
      isDeepStrictEqual(known.seen, objectAt(array, id))
    );
  }
}
