import type { Exchange } from "../rest/exchange";
import { isRecord } from "../wire/json";
import type { Reply } from "../wire/reply";
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

/** A page that ends before its first record; `null` sorts before everything, so nothing is lost behind its link. */
function withoutRecords(reply: Reply, { path, rawQuery }: Exchange): Reply {
  const { body } = reply;
  const key = /[?&<](start\.[^=]+)=/.exec(reply.headers?.Link ?? "")?.[1];
  if (!isRecord(body) || key === undefined) return reply;
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
