import type { WireRecord } from "../wire/json";
import { comparable, compareScalars, valueAt } from "./field-values";
import { type KnownFields, leavesOf } from "./known-fields";
import { invalidValue, listedTwice, missingValue, notSortable } from "./refusals";
import type { CollectionSpec } from "./types";

/** The order of a collection's answer. It is total: two records compare equal only if their keys do. */
export interface Ordering {
  readonly compare: Comparison;
  /** The fields that decide, most significant first: those of `order_by`, then the keys. A next link carries them all. */
  readonly fields: readonly string[];
}

/** Compares two records by one field. */
type Comparison = (left: WireRecord, right: WireRecord) => number;

/**
 * Reads `order_by`: `field [asc|desc],...`. Ties, and everything without `order_by`, fall back on the collection's own
 * order. Enumerations order alphabetically. Unset values come before set ones (after them with `desc`), and fields in
 * arrays, whose order ONTAP leaves unspecified, decide nothing. Throws 262197 for an unknown field or direction, 262268
 * for a field that is write-only or an object, 262222 for a field listed twice.
 * Source: "Record sorting" in NetApp's "Getting started with the ONTAP REST API".
 */
export function readOrdering(spec: CollectionSpec, known: KnownFields, orderBy: string | undefined): Ordering {
  const asked = orderBy === undefined ? new Map<string, Comparison>() : parseTerms(known, orderBy);
  const byAsked = inTurn([...asked.values()]);
  const byKeys = inTurn(spec.keys.map((field) => compareBy(known, field, 1)));
  return {
    compare: (left, right) => {
      const order = byAsked(left, right);
      if (order !== 0) {
        return order;
      }
      const keys = byKeys(left, right);
      return keys === 0 ? 0 : spec.order?.(left, right) || keys;
    },
    fields: [...new Set([...asked.keys(), ...spec.keys])],
  };
}

function parseTerms(known: KnownFields, orderBy: string): Map<string, Comparison> {
  const terms = new Map<string, Comparison>();
  for (const item of orderBy.split(",")) {
    const [field = "", direction = "asc", ...more] = item.split(" ");
    if (field === "") {
      throw missingValue("order_by");
    }
    if (!/^(asc|desc)$/i.test(direction) || more.length > 0) {
      throw invalidValue("order_by", item, ORDER_FORM);
    }
    checkSortable(known, field);
    if (terms.has(field)) {
      throw listedTwice("order_by", field);
    }
    terms.set(field, compareBy(known, field, direction.toLowerCase() === "desc" ? -1 : 1));
  }
  return terms;
}

const ORDER_FORM = "<field [asc|desc]>[,...]";

function checkSortable(known: KnownFields, field: string): void {
  const found = known.get(field);
  if (found !== undefined && !found.writeOnly) {
    return;
  }
  throw leavesOf(known, field).length > 0 ? notSortable(field) : invalidValue("order_by", field, ORDER_FORM);
}

function inTurn(comparisons: readonly Comparison[]): Comparison {
  return (left, right) => {
    for (const compare of comparisons) {
      const order = compare(left, right);
      if (order !== 0) {
        return order;
      }
    }
    return 0;
  };
}

function compareBy(known: KnownFields, name: string, sign: 1 | -1): Comparison {
  const field = known.get(name) ?? { type: "string" };
  const path = name.split(".");
  return (left, right) => {
    const [ours, theirs] = [valueAt(left, path), valueAt(right, path)];
    if (ours === undefined || theirs === undefined) {
      return sign * (Number(ours !== undefined) - Number(theirs !== undefined));
    }
    return sign * compareScalars(comparable(field, ours), comparable(field, theirs));
  };
}
