/** How long a look at the sessions is trusted for the write that follows it, in milliseconds. */
export const LOOK_HOLDS_MS = 15_000;

/** A look at an SVM's sessions: when it began, and how many writes on that SVM had ended by then. */
export interface Look {
  readonly until: number;
  readonly writes: number;
}

/**
 * What the guard has allowed in this process: the look that `diff` took serves the write that follows it, unless it is
 * older than 15 s or another write on that SVM lies between; and what a program allows in a replacement reaches the
 * delete, which sees only the old arguments. An SVM is given by its keys (see {@link svmKeys}).
 */
export class Permits {
  readonly #looks = new Map<string, Look>();
  readonly #grantForced = new Set<string>();
  readonly #writes = new Map<string, number>();

  /** To be called before the sessions of an SVM are looked at. */
  beginLook(svm: readonly string[]): Look {
    return { until: performance.now() + LOOK_HOLDS_MS, writes: this.#writesOn(svm) };
  }

  /** Notes that the look found no session that would be hit. */
  grantChecked(subject: string, look: Look): void {
    this.#looks.set(subject, look);
  }

  /** Notes that the program allows the change whatever it hits. Holds until it is used. */
  grantForced(subject: string): void {
    this.#grantForced.add(subject);
  }

  /** Notes that a write on an SVM has ended: what was looked at there before no longer counts. */
  wrote(svm: readonly string[]): void {
    for (const key of svm) {
      this.#writes.set(key, (this.#writes.get(key) ?? 0) + 1);
    }
  }

  /**
   * True once for what was noted, so that a permit serves the one write that it was given for. To be asked where the
   * write is sent, with the SVM locked: what counts is the moment of the write.
   */
  consume(subject: string, svm: readonly string[]): boolean {
    const grantForced = this.#grantForced.delete(subject);
    const look = this.#looks.get(subject);
    this.#looks.delete(subject);
    return grantForced || (look !== undefined && performance.now() < look.until && look.writes === this.#writesOn(svm));
  }

  #writesOn(svm: readonly string[]): number {
    return svm.reduce((sum, key) => sum + (this.#writes.get(key) ?? 0), 0);
  }
}
