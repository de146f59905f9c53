import { comparable, compareScalars, valueAt } from "./field-values";
import type { KnownFields } from "./known-fields";
import { invalidValue, listedTwice, missingValue, notSortable } from "./refusals";
import type { CollectionSpec, WireRecord } from "./types";

/** The order of a collection's answer. It is total: two records compare equal only if their keys do. */
export interface Ordering {
  readonly compare: (left: WireRecord, right: WireRecord) => number;
  /** The fields that decide, most significant first: those of `order_by`, then the keys. A next link carries them all. */
  readonly fields: readonly string[];
}

interface OrderTerm {
  readonly field: string;
  readonly sign: 1 | -1;
}

/**
 * Reads `order_by`: `field [asc|desc],...`. Ties, and everything without `order_by`, fall back on the collection's own
 * order. Enumerations order alphabetically. Unset values come before set ones (after them with `desc`), and fields in
 * arrays, whose order ONTAP leaves unspecified, decide nothing. Throws 262197 for an unknown field or direction, 262268
 * for a field that is write-only or an object, 262222 for a field listed twice.
 * Source: "Record sorting" in NetApp's "Getting started with the ONTAP REST API".
 */
export function readOrdering(spec: CollectionSpec, known: KnownFields, orderBy: string | undefined): Ordering {
  const terms = orderBy === undefined ? [] : parseTerms(known, orderBy);
  const byKey = spec.keys.map((field): OrderTerm => ({ field, sign: 1 }));
  return {
    compare: (left, right) =>
      compareTerms(known, terms, left, right) ||
      (spec.order?.(left, right) ?? 0) ||
      compareTerms(known, byKey, left, right),
    fields: [...new Set([...terms.map((term) => term.field), ...spec.keys])],
  };
}

function parseTerms(known: KnownFields, orderBy: string): OrderTerm[] {
  const terms: OrderTerm[] = [];
  for (const item of orderBy.split(",")) {
    const [field = "", direction = "asc", ...more] = item.split(" ");
    if (field === "") throw missingValue("order_by");
    if (!/^(asc|desc)$/i.test(direction) || more.length > 0)
      throw invalidValue("order_by", item, "<field [asc|desc]>[,...]");
    checkSortable(known, field);
    if (terms.some((term) => term.field === field)) throw listedTwice("order_by", field);
    terms.push({ field, sign: direction.toLowerCase() === "desc" ? -1 : 1 });
  }
  return terms;
}

function checkSortable(known: KnownFields, field: string): void {
  const found = known.get(field);
  if (found !== undefined && !found.writeOnly) return;
  const names = [...known.keys()];
  if (found !== undefined || names.some((name) => name.startsWith(`${field}.`))) throw notSortable(field);
  throw invalidValue("order_by", field, "<field [asc|desc]>[,...]");
}

function compareTerms(known: KnownFields, terms: readonly OrderTerm[], left: WireRecord, right: WireRecord): number {
  for (const { field, sign } of terms) {
    const order = compareAt(known, field, left, right);
    if (order !== 0) return sign * order;
  }
  return 0;
}

function compareAt(known: KnownFields, name: string, left: WireRecord, right: WireRecord): number {
  const [ours, theirs] = [valueAt(left, name), valueAt(right, name)];
  if (ours === undefined || theirs === undefined) return Number(ours !== undefined) - Number(theirs !== undefined);
  const field = known.get(name) ?? { type: "string" };
  return compareScalars(comparable(field, ours), comparable(field, theirs));
}
