import type { WireRecord } from "../wire/json";
import { nextLink, readStart } from "./continuation";
import { compileCrossFieldQuery } from "./cross-field-query";
import { compileFilter } from "./filter";
import { readOrdering } from "./ordering";
import type { Parameters } from "./parameters";
import type { CollectionRequest } from "./types";

/** The records of one page, whole, and the link to the next page where the page is full. */
export interface Page {
  readonly records: readonly WireRecord[];
  readonly next?: string;
}

/**
 * Filters, orders and cuts. A page continues strictly after the place its `start.*` names, in the order of the answer, so
 * that records which come and go between two pages neither hide nor double those that stay. The server does not look
 * ahead: a full page has a next link even if nothing follows. `offset` counts from the first page only.
 * Source: "Pagination" in NetApp's "Getting started with the ONTAP REST API".
 */
export function takePage(request: CollectionRequest, parameters: Parameters, records: readonly WireRecord[]): Page {
  const { known, general, filters } = parameters;
  const ordering = readOrdering(request.spec, known, general.get("order_by"));
  const place = readStart(known, ordering, parameters.start);
  const tests = filters.map((filter) => compileFilter(filter, known));
  tests.push(compileCrossFieldQuery(known, general.get("query"), general.get("query_fields")));
  if (place !== undefined) {
    tests.push((record) => ordering.compare(record, place) > 0);
  }

  const found = records.filter((record) => tests.every((passes) => passes(record))).sort(ordering.compare);
  const from = place === undefined ? Number(general.get("offset") ?? 0) : 0;
  const size = Math.min(Number(general.get("max_records") ?? request.maxPage), request.maxPage);
  const page = found.slice(from, from + size);
  if (page.length < size) {
    return { records: page };
  }
  // A page of no records, as a slow array returns it, continues where it began.
  const last = page.at(-1) ?? place ?? {};
  return { records: page, next: nextLink(request.path, request.rawQuery, ordering, last) };
}
