/** Fewest steps that an engine without `--parallel` runs at once: four for each CPU. */
const LEAST_SLOTS = 4;
/** How long one that may take the last slot waits for further steps, which would show that there are more, in milliseconds. */
const DOUBT_MS = 2_000;

/** One that waits in a slot of the engine for what another step brings. */
export interface Waiting {
  /** True where this one may hold the last slot, in which the awaited step could run: it must give way. */
  mustGiveWay(): boolean;
  end(): void;
}

/**
 * The engine's slots, as far as they show. It runs so many steps at once and no more, and tells no provider how many;
 * but there are at least as many as were ever seen running together.
 */
export class Slots {
  #running = 0;
  #seen = LEAST_SLOTS;
  /** The number of slots at which no further step came in time, so that it is taken for all there are. */
  #all = 0;
  #lastStartAt = 0;
  readonly #waiting = new Set<Waiting>();

  /** When a step last began, by `performance.now()`; 0 before the first. */
  get lastStartAt(): number {
    return this.#lastStartAt;
  }

  /** Runs a step of the engine. */
  async run<T>(step: () => Promise<T>): Promise<T> {
    this.#running += 1;
    this.#seen = Math.max(this.#seen, this.#running);
    this.#lastStartAt = performance.now();
    try {
      return await step();
    } finally {
      this.#running -= 1;
    }
  }

  /** Begins to wait. Those who came first go on waiting where one must give way. */
  wait(): Waiting {
    const since = performance.now();
    const waiting: Waiting = {
      mustGiveWay: () => {
        if (this.#waiting.size < this.#seen || [...this.#waiting].indexOf(waiting) < this.#seen - 1) {
          return false;
        }
        if (performance.now() - since >= DOUBT_MS) {
          this.#all = this.#seen;
        }
        return this.#all === this.#seen;
      },
      end: () => {
        this.#waiting.delete(waiting);
      },
    };
    this.#waiting.add(waiting);
    return waiting;
  }
}
