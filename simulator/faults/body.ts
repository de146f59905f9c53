import { isRecord } from "../wire/json";
import type { FaultKind } from "./fault";

/** `truncate`: the effect is kept, and half of the body arrives before the connection breaks. */
export const truncate: FaultKind = {
  keys: [],
  read: () => async (exchange, next) => {
    const outcome = await next(exchange);
    return "reply" in outcome ? { reply: outcome.reply, half: true } : outcome;
  },
};

/**
 * `wrongType`: the effect is kept, and the body is JSON of the wrong shape: an object where `records` should be an
 * array and a string where `num_records` should be a number; for any other body, an array in place of the object.
 */
export const wrongType: FaultKind = {
  keys: [],
  read: () => async (exchange, next) => {
    const outcome = await next(exchange);
    if (!("reply" in outcome)) {
      return outcome;
    }
    const { body = {} } = outcome.reply;
    const list = isRecord(body) && ("records" in body || "num_records" in body);
    const wrong = list ? { records: { first: body.records ?? "none" }, num_records: "many" } : [body];
    return { reply: { ...outcome.reply, body: wrong } };
  },
};
