import type { WireRecord } from "../wire/json";
import { type Page, takePage } from "./page";
import { readParameters } from "./parameters";
import { missingFilter } from "./refusals";
import type { CollectionRequest } from "./types";

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
