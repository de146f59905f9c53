import { type SvmReference, sameSvm } from "../schema/svm";

/** Longest wait for an object that another one needs, in milliseconds. */
const PATIENCE_MS = 30_000;
/** How long a program may take to announce that object, in milliseconds. */
const ANNOUNCEMENT_MS = 5_000;
const POLL_MS = 50;

interface Foundation {
  readonly cluster: string | undefined;
  readonly svm: SvmReference;
  state: "announced" | "there" | "failed";
}

/**
 * Objects that others on the same SVM need (an iSCSI service is needed by its credentials), as far as this process
 * creates them. It lets a program leave out `dependsOn`: whoever meets a missing one waits for it here.
 */
export class Foundations {
  readonly #known: Foundation[] = [];

  /** Notes that the program wants one to be created. */
  announce(cluster: string | undefined, svm: SvmReference): void {
    this.#entry(cluster, svm);
  }

  /** Notes how the creation ended. */
  settle(cluster: string | undefined, svm: SvmReference, state: "there" | "failed"): void {
    this.#entry(cluster, svm).state = state;
  }

  /** True once one is there; false where none is announced in time, its creation failed, or 30 s have passed. */
  async awaited(cluster: string | undefined, svm: SvmReference): Promise<boolean> {
    const startedAt = performance.now();
    for (;;) {
      const candidates = this.#known.filter((known) => known.cluster === cluster && mayBeSame(known.svm, svm));
      if (candidates.some(({ state }) => state === "there")) {
        return true;
      }
      const none = candidates.length === 0;
      const waited = performance.now() - startedAt;
      const over = waited > (none ? ANNOUNCEMENT_MS : PATIENCE_MS);
      if (over || (!none && candidates.every(({ state }) => state === "failed"))) {
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  #entry(cluster: string | undefined, svm: SvmReference): Foundation {
    const found = this.#known.find(
      (known) => known.cluster === cluster && known.svm.name === svm.name && known.svm.uuid === svm.uuid,
    );
    if (found !== undefined) {
      return found;
    }
    const entry: Foundation = { cluster, svm, state: "announced" };
    this.#known.push(entry);
    return entry;
  }
}

/** One by name and one by UUID may be the same SVM; asking ONTAP again tells. */
function mayBeSame(a: SvmReference, b: SvmReference): boolean {
  return sameSvm(a, b) ?? (a.name === undefined || b.name === undefined || a.name === b.name);
}
