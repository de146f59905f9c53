/** Runs changes on one SVM in such an order that an exclusive one never runs at the same time as another. */
export class SvmLocks {
  readonly #tails = new Map<string, Tail>();

  /**
   * Runs `work` once nothing that excludes it runs on the SVM: an exclusive one waits for all before it, a shared one
   * for the last exclusive one before it. Costs the same however many came before, and keeps nothing of what is done.
   */
  run<T>(svm: string, exclusive: boolean, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(svm) ?? { exclusive: Promise.resolve(), running: new Set() };
    const turn = exclusive ? Promise.all(before.running) : before.exclusive;
    const tail = exclusive ? { exclusive: Promise.resolve(), running: new Set<Promise<void>>() } : before;
    const result = turn.then(work);
    const settled: Promise<void> = result.then(
      () => this.#ended(svm, tail, settled),
      () => this.#ended(svm, tail, settled),
    );
    tail.running.add(settled);
    if (exclusive) {
      tail.exclusive = settled;
    }
    this.#tails.set(svm, tail);
    return result;
  }

  #ended(svm: string, tail: Tail, settled: Promise<void>): void {
    tail.running.delete(settled);
    if (tail.running.size === 0 && this.#tails.get(svm) === tail) {
      this.#tails.delete(svm);
    }
  }
}

/** The last exclusive change on an SVM and the shared ones behind it. */
interface Tail {
  /** What a shared change waits for. */
  exclusive: Promise<void>;
  /** Those that have not ended, the exclusive one among them: what the next exclusive change waits for. */
  readonly running: Set<Promise<void>>;
}
