/** Runs changes on one SVM in such an order that an exclusive one never runs beside another. */
export class SvmLocks {
  readonly #tails = new Map<string, Tail>();

  /**
   * Runs `work` once nothing that excludes it runs on the SVM: an exclusive one waits for all before it, a shared one
   * for the last exclusive one before it.
   */
  run<T>(svm: string, exclusive: boolean, work: () => Promise<T>): Promise<T> {
    const tail = this.#tails.get(svm) ?? { exclusive: Promise.resolve(), shared: [] };
    const before = exclusive ? Promise.all([tail.exclusive, ...tail.shared]) : tail.exclusive;
    const result = before.then(work);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.#tails.set(
      svm,
      exclusive ? { exclusive: settled, shared: [] } : { exclusive: tail.exclusive, shared: [...tail.shared, settled] },
    );
    return result;
  }
}

interface Tail {
  readonly exclusive: Promise<void>;
  readonly shared: ReadonlyArray<Promise<void>>;
}
