import { setTimeout as sleep } from "node:timers/promises";
import type { FaultKind } from "./fault";

/** `latency {ms}`: the request waits before it has any effect. */
export const latency: FaultKind = {
  keys: ["ms"],
  read: (rule) => {
    const ms = rule.amount("ms") ?? 0;
    return async (exchange, next) => {
      await sleep(ms);
      return next(exchange);
    };
  },
};
