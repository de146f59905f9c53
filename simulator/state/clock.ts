/** The simulator's time: the system's, shifted to where a test wants it. */
export class Clock {
  #shiftMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#shiftMs);
  }

  /** Sets the time; it runs on from there. */
  set(now: Date): void {
    this.#shiftMs = now.getTime() - Date.now();
  }
}
