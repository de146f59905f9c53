import { setTimeout } from "node:timers/promises";

/** Waits, but keeps no process alive: a simulator that was told to end must not wait for a request that hangs. */
export function sleep(ms: number): Promise<void> {
  return setTimeout(ms, undefined, { ref: false });
}
