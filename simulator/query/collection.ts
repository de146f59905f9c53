import type { WireRecord } from "../wire/json";
import { flag } from "../wire/parameters";
import { selectLeaves } from "./fields";
import { type Page, takePage } from "./page";
import { readParameters } from "./parameters";
import { project, withParents } from "./projection";
import type { CollectionAnswer, CollectionRequest } from "./types";

/**
 * Answers a GET of a collection: checks the query, filters, orders, pages, cuts to the fields asked for and links. The
 * body's keys stand as ONTAP prints them: `records`, `num_records`, `_links`; `num_records` counts this page alone. Plain
 * JSON has no `_links` but a `next`. Throws an ApiError, with a target, for whatever ONTAP refuses.
 */
export function answerCollection(request: CollectionRequest, records: readonly WireRecord[]): CollectionAnswer {
  const parameters = readParameters(request.spec, request.rawQuery, request.version, "list");
  const leaves = selectLeaves({
    spec: request.spec,
    known: parameters.known,
    fields: parameters.general.get("fields"),
    ignoreUnknown: flag(request.rawQuery, "ignore_unknown_fields", false),
    fallback: "identifiers",
  });
  const names = withParents(leaves);
  const page = takePage(request, parameters, records);
  const shown = flag(request.rawQuery, "return_records", true)
    ? { records: page.records.map((record) => project(record, { names, links: recordLinks(request, record) })) }
    : {};
  const body = { ...shown, num_records: page.records.length, ...pageLinks(request, page) };
  return page.next === undefined ? { body } : { body, next: page.next };
}

function recordLinks(request: CollectionRequest, record: WireRecord): Readonly<Record<string, string>> {
  return request.hal ? request.spec.links(record) : {};
}

function pageLinks({ path, rawQuery, hal }: CollectionRequest, { next }: Page): WireRecord {
  const self = hal ? { self: { href: rawQuery === "" ? path : `${path}?${rawQuery}` } } : {};
  const links = { ...self, ...(next === undefined ? {} : { next: { href: next } }) };
  return Object.keys(links).length === 0 ? {} : { _links: links };
}
