import { setTimeout } from "node:timers/promises";
import type { FaultKind } from "./fault";

/** `latency {ms}`: the request waits before it has any effect. */
export const latency: FaultKind = {
  keys: ["ms"],
  read: (rule) => {
    const ms = rule.nonNegativeInt("ms");
    if (ms === undefined) {
      throw rule.fail("ms", "is missing");
    }
    return async (exchange, next) => {
      await sleep(ms);
      return next(exchange);
    };
  },
};

/** `hang {ms}`: the effect is there at once, the reply comes `ms` milliseconds late; without `ms` it never comes. */
export const hang: FaultKind = {
  keys: ["ms"],
  read: (rule) => {
    const ms = rule.nonNegativeInt("ms");
    return async (exchange, next) => {
      const outcome = await next(exchange);
      await (ms === undefined ? new Promise<never>(() => {}) : sleep(ms));
      return outcome;
    };
  },
};

/** Waits, but keeps no process alive: a simulator that is being stopped must not wait for a request that hangs. */
export function sleep(ms: number): Promise<void> {
  return setTimeout(ms, undefined, { ref: false });
}
