import type { FaultKind } from "./fault";
import { sleep } from "./sleep";

/** `latency {ms}`: the request waits before it has any effect. */
export const latency: FaultKind = {
  keys: ["ms"],
  read: (rule) => {
    const ms = rule.nonNegativeInt("ms");
    if (ms === undefined) throw rule.fail("ms", "is missing");
    return async (exchange, next) => {
      await sleep(ms);
      return next(exchange);
    };
  },
};
