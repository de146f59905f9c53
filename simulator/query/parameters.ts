import { parameters, readFlag } from "../wire/parameters";
import type { FilterParameter } from "./filter";
import { isNewer, type KnownFields, knownFields, type Version } from "./known-fields";
import { readInteger } from "./literal";
import {
  crossFieldOnWrite,
  filterOnCreate,
  givenTwice,
  missingAssignment,
  missingValue,
  notQueryable,
  secretInUrl,
  unexpectedArgument,
} from "./refusals";
import type { CollectionSpec } from "./types";

/**
 * What a call does with its query: `list` a collection (GET), `read` one instance (GET), `select` records for a PATCH or
 * DELETE of a collection, `create` (POST), `write` one instance (PATCH, DELETE). The first and the third take filters.
 */
export type Call = "list" | "read" | "select" | "create" | "write";

/** A query, checked and sorted by what its parameters are. The collection's own extra ones are the caller's to read. */
export interface Parameters {
  readonly known: KnownFields;
  /** General parameters by name, decoded; `$orderBy` is listed as `order_by`. */
  readonly general: ReadonlyMap<string, string>;
  readonly filters: readonly FilterParameter[];
  /** Where a next link continues, by field. */
  readonly start: ReadonlyMap<string, string>;
}

/** What the parameters of a next link begin with. */
export const START_PREFIX = "start.";

/** Parameters that every call takes, with the check of their value. Source: "Query parameters", "Getting started". */
const generalParameters: Readonly<Record<string, (name: string, value: string) => unknown>> = {
  fields: () => undefined,
  order_by: checkPresent,
  max_records: (name, value) => readInteger(name, value, 1),
  return_records: readFlag,
  return_timeout: (name, value) => readInteger(name, value, 0, 120),
  ignore_unknown_fields: readFlag,
  offset: (name, value) => readInteger(name, value, 0),
  pretty: readFlag,
  continue_on_failure: readFlag,
  serial_records: readFlag,
  query: () => undefined,
  query_fields: () => undefined,
  job_results_uuid: checkPresent,
};

/**
 * Parameters that the chapter on all APIs of ONTAP 9.8 lacks, and that of 9.18 has. Which release between has brought
 * them is not known; the first that may have is assumed.
 */
const laterParameters: readonly string[] = ["ignore_unknown_fields", "offset", "query", "query_fields"];
const LATER_SINCE = "9.9";

/**
 * Checks every parameter's name and, for general ones, its value, and sorts them. Throws 262179 for an unknown one,
 * 262188 for one given twice, 262194 or 262197 for a bad value, 262250 for a write-only field as the filter of a GET and
 * 262202 for one in any other URL, 262211 for a field in the URL of a POST, 262277 for a cross-field query on a write.
 */
export function readParameters(spec: CollectionSpec, rawQuery: string, version: Version, call: Call): Parameters {
  const known = knownFields(spec, version);
  const general = new Map<string, string>();
  const filters: FilterParameter[] = [];
  const start = new Map<string, string>();
  const seen = new Set<string>();
  for (const { name, value, raw } of parameters(rawQuery)) {
    if (!raw.includes("=")) {
      throw missingAssignment(name);
    }
    const canonical = canonicalName(spec, name);
    if (seen.has(canonical)) {
      throw givenTwice(name);
    }
    seen.add(canonical);
    if (spec.parameters?.includes(name)) {
      continue;
    }
    if (isGeneral(canonical, version)) {
      checkGeneral(canonical, name, value, call);
      general.set(canonical, value);
    } else if (name.startsWith(START_PREFIX)) {
      checkStart(known, name, value, call);
      start.set(name.slice(START_PREFIX.length), value);
    } else {
      checkFilter(known, canonical, name, call);
      filters.push({ field: canonical, name, value });
    }
  }
  return { known, general, filters, start };
}

/** Checks the query of a call that needs nothing else of it: a POST, or a PATCH or DELETE of one instance. */
export function checkParameters(spec: CollectionSpec, rawQuery: string, version: Version, call: Call): void {
  readParameters(spec, rawQuery, version, call);
}

function canonicalName(spec: CollectionSpec, name: string): string {
  if (name === "$orderBy") {
    return "order_by";
  }
  const aliases = spec.aliases ?? {};
  return Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
}

function isGeneral(canonical: string, version: Version): boolean {
  return (
    Object.hasOwn(generalParameters, canonical) &&
    !(laterParameters.includes(canonical) && isNewer(LATER_SINCE, version))
  );
}

function checkGeneral(canonical: string, name: string, value: string, call: Call): void {
  const crossField = canonical === "query" || canonical === "query_fields";
  if (crossField && call === "read") {
    throw unexpectedArgument(name);
  }
  if (crossField && call !== "list") {
    throw crossFieldOnWrite(name);
  }
  generalParameters[canonical]?.(name, value);
}

function checkStart(known: KnownFields, name: string, value: string, call: Call): void {
  const pages = call === "list" || call === "select";
  if (!pages || !known.has(name.slice(START_PREFIX.length))) {
    throw unexpectedArgument(name);
  }
  if (value === "") {
    throw missingValue(name);
  }
}

function checkFilter(known: KnownFields, field: string, name: string, call: Call): void {
  const found = known.get(field);
  if (found === undefined) {
    throw unexpectedArgument(name);
  }
  if (found.writeOnly) {
    throw call === "list" || call === "read" ? notQueryable(name) : secretInUrl(name);
  }
  if (call === "create") {
    throw filterOnCreate(name);
  }
  if (call !== "list" && call !== "select") {
    throw unexpectedArgument(name);
  }
}

function checkPresent(name: string, value: string): void {
  if (value === "") {
    throw missingValue(name);
  }
}
