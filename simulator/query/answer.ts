import type { WireRecord } from "../wire/json";
import { flag } from "../wire/parameters";
import { selectLeaves } from "./fields";
import { type Page, takePage } from "./page";
import { readParameters } from "./parameters";
import { project, withParents } from "./projection";
import { missingFilter } from "./refusals";
import type { CollectionAnswer, CollectionRequest } from "./types";

/**
 * Answers a GET of a collection: checks the query, filters, orders, pages, cuts to the fields asked for and links. The
 * body's keys are in the order in which ONTAP prints them: `records`, `num_records`, `_links`; `num_records` counts this
 * page alone. Plain JSON has no `_links` but a `next`. Throws an ApiError, with a target, for whatever ONTAP refuses.
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

/** A GET of one instance, as far as the query language is concerned. */
export type InstanceRequest = Omit<CollectionRequest, "maxPage">;

/**
 * Answers a GET of one instance: the standard fields (those of `fields=*`) unless the client names others, identifiers
 * always. Its self link never contains the query. Throws an ApiError, with a target, for whatever ONTAP refuses; filters are
 * unknown parameters here.
 */
export function answerInstance(request: InstanceRequest, record: WireRecord): WireRecord {
  const parameters = readParameters(request.spec, request.rawQuery, request.version, "read");
  const leaves = selectLeaves({
    spec: request.spec,
    known: parameters.known,
    fields: parameters.general.get("fields"),
    ignoreUnknown: flag(request.rawQuery, "ignore_unknown_fields", false),
    fallback: "standard",
  });
  return project(record, { names: withParents(leaves), links: request.hal ? request.spec.links(record) : {} });
}

/**
 * The records that a query-based PATCH or DELETE acts on, whole and in the collection's order, and the link to be called
 * with the same method where `max_records` left some. Throws 262212 without a filter on at least one field: general
 * parameters, the collection's extra ones and `start.*` narrow nothing.
 * Source: "Query-based PATCH and DELETE" in NetApp's "Getting started with the ONTAP REST API".
 */
export function selectPage(request: Omit<CollectionRequest, "hal">, records: readonly WireRecord[]): Page {
  const parameters = readParameters(request.spec, request.rawQuery, request.version, "select");
  if (parameters.filters.length === 0) {
    throw missingFilter(request.spec.keys[0] ?? "");
  }
  return takePage({ ...request, hal: false }, parameters, records);
}
