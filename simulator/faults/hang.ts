import type { FaultKind } from "./fault";
import { sleep } from "./sleep";

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
