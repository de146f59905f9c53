import type { FaultKind } from "./fault";

/** `loseReply`: the effect is kept, and the connection is closed in order without a reply. */
export const loseReply: FaultKind = {
  keys: [],
  read: () => async (exchange, next) => {
    await next(exchange);
    return { connection: "close" };
  },
};
