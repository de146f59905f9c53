import { counted } from "./names";

/** How often the user hears how far a long change is, in milliseconds. */
const EVERY_MS = 2_000;

/** Tells how far a change of many rows is, every 2 s while it runs: `1,240 of 2,000`. */
export class Reporting {
  #done = 0;
  #toldAt = performance.now();

  constructor(
    readonly title: string,
    readonly total: number,
    readonly tell: (line: string) => void,
  ) {}

  /** Counts one more row. */
  count(): void {
    this.#done += 1;
    const now = performance.now();
    if (now - this.#toldAt >= EVERY_MS && this.#done < this.total) {
      this.#toldAt = now;
      this.tell(`${this.title}: ${counted(this.#done)} of ${counted(this.total)}`);
    }
  }
}
