import type { Exchange } from "../rest/call";
import { isRecord, type WireRecord } from "../wire/json";
import { parameter } from "../wire/parameters";
import type { Reply } from "../wire/reply";
import { sleep } from "./delay";
import type { FaultKind } from "./fault";

/** `partialPage {records}`: a list stops early, after so many records, with a next link. `records` may be 0. */
export const partialPage: FaultKind = {
  keys: ["records"],
  read: (rule) => {
    const records = rule.nonNegativeInt("records") ?? 1;
    return async (exchange, next) => {
      const outcome = await next({ ...exchange, maxPage: Math.max(1, Math.min(exchange.maxPage, records)) });
      return records === 0 && "reply" in outcome ? { reply: withoutRecords(outcome.reply, exchange) } : outcome;
    };
  },
};

/** A page that ends before its first record; `null` sorts before everything, so the next page loses nothing. */
function withoutRecords(reply: Reply, { path, rawQuery }: Exchange): Reply {
  const { body } = reply;
  const key = /[?&<](start\.[^=]+)=/.exec(reply.headers?.Link ?? "")?.[1];
  if (!isRecord(body) || key === undefined) {
    return reply;
  }
  const query = rawQuery.includes("start.") ? rawQuery : [`${key}=null`, rawQuery].filter(Boolean).join("&");
  const next = `${path}?${query}`;
  const links = isRecord(body._links) ? body._links : {};
  return {
    ...reply,
    headers: { ...reply.headers, Link: `<${next}>; rel="next"` },
    body: {
      ...body,
      ...("records" in body && { records: [] }),
      num_records: 0,
      _links: { ...links, next: { href: next } },
    },
  };
}

/** ONTAP's own `return_timeout` where the client gives none, in seconds. */
const DEFAULT_TIMEOUT_S = 15;

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
      if (exchange.method !== "GET" && exchange.method !== "HEAD") {
        return next(exchange);
      }
      const seconds = Number(parameter(exchange.rawQuery, "return_timeout") || DEFAULT_TIMEOUT_S);
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
