import type { FaultKind } from "./fault";

/** `refuse`: the connection is closed before the request has any effect. */
export const refuse: FaultKind = { keys: [], read: () => async () => ({ connection: "destroy" }) };

/** `reset`: the effect is kept, but instead of the reply comes a TCP reset. */
export const reset: FaultKind = {
  keys: [],
  read: () => async (exchange, next) => {
    await next(exchange);
    return { connection: "reset" };
  },
};

/** `loseReply`: the effect is kept, and the connection is closed in order without a reply. */
export const loseReply: FaultKind = {
  keys: [],
  read: () => async (exchange, next) => {
    await next(exchange);
    return { connection: "close" };
  },
};
