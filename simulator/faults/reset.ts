import type { FaultKind } from "./fault";

/** `reset`: the effect is kept, but instead of the reply comes a TCP reset. */
export const reset: FaultKind = {
  keys: [],
  read: () => async (exchange, next) => {
    await next(exchange);
    return { connection: "reset" };
  },
};
