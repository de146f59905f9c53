import type { FaultKind } from "./fault";

/** `truncate`: the effect is kept, and half of the body arrives before the connection breaks. */
export const truncate: FaultKind = {
  keys: [],
  read: () => async (exchange, next) => {
    const outcome = await next(exchange);
    return "reply" in outcome ? { reply: outcome.reply, half: true } : outcome;
  },
};
