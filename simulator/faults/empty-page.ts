import { isRecord, type WireRecord } from "../wire/json";
import { parameter } from "../wire/parameters";
import type { FaultKind } from "./fault";
import { sleep } from "./sleep";

/** ONTAP's own `return_timeout` where the client gives none, in seconds. */
const defaultTimeoutSeconds = 15;

/**
 * `emptyPage {afterMs?}`: a list without records and without a next link, once the request's `return_timeout` (15 s by
 * default) or `afterMs` milliseconds are over. Seen on real clusters that run out of time before the first match.
 * Writes are left alone.
 */
export const emptyPage: FaultKind = {
  keys: ["afterMs"],
  read: (rule) => {
    const afterMs = rule.nonNegativeInt("afterMs");
    return async (exchange, next) => {
      if (exchange.method !== "GET" && exchange.method !== "HEAD") return next(exchange);
      const seconds = Number(parameter(exchange.rawQuery, "return_timeout") || defaultTimeoutSeconds);
      await sleep(afterMs ?? seconds * 1000);
      const outcome = await next(exchange);
      if (!("reply" in outcome) || !isRecord(outcome.reply.body) || !("num_records" in outcome.reply.body)) {
        return outcome;
      }
      const { Link: _next, ...headers } = outcome.reply.headers ?? {};
      return { reply: { ...outcome.reply, headers, body: emptied(outcome.reply.body) } };
    };
  },
};

function emptied(body: WireRecord): WireRecord {
  const self = isRecord(body._links) ? body._links.self : undefined;
  return {
    ...("records" in body && { records: [] }),
    num_records: 0,
    ...(self !== undefined && { _links: { self } }),
  };
}
