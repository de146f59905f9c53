/** How long a look at the sessions is trusted for the write that follows it, in milliseconds. */
const LOOK_HOLDS_MS = 15_000;

/**
 * What the guard has allowed in this process: the look that `diff` took serves the write that follows it, and what a
 * program allows in a replacement reaches the delete, which sees only the old arguments.
 */
export class Permits {
  readonly #until = new Map<string, number>();

  /** Notes that the sessions were looked at and none would be hit. Holds for 15 s. */
  looked(subject: string): void {
    this.#until.set(subject, performance.now() + LOOK_HOLDS_MS);
  }

  /** Notes that the program allows the change whatever it hits. Holds until it is used. */
  forced(subject: string): void {
    this.#until.set(subject, Number.POSITIVE_INFINITY);
  }

  /** True once for what was noted, so that a permit serves the one write that it was given for. */
  take(subject: string): boolean {
    const until = this.#until.get(subject) ?? 0;
    this.#until.delete(subject);
    return performance.now() < until;
  }
}
