import { isList, isRecord, type Json, type WireRecord } from "../wire/json";
import { parseTimestamp } from "../wire/timestamp";
import type { FieldSpec } from "./types";

/** A value that a leaf field can hold. */
export type Scalar = string | number | boolean;

/** The keys of a dotted name. Whoever reads many records takes a name apart once. */
export type FieldPath = readonly string[];

/** Every value that a record has at a path: none if unset, several where the path crosses an array. */
export function valuesAt(record: WireRecord, path: FieldPath): Scalar[] {
  const value = valueAt(record, path);
  if (value !== undefined) {
    return [value];
  }
  let level: readonly Json[] = [record];
  for (const key of path) {
    level = level.flatMap((parent) => {
      const child = childOf(parent, key) ?? [];
      return isList(child) ? child : [child];
    });
  }
  return level.filter(isScalar);
}

/** The one value that a record has at a path; undefined if unset, or if the path crosses an array. */
export function valueAt(record: WireRecord, path: FieldPath): Scalar | undefined {
  let value: Json | undefined = record;
  for (const key of path) {
    value = childOf(value, key);
  }
  return isScalar(value) ? value : undefined;
}

function childOf(parent: Json | undefined, key: string): Json | undefined {
  return isRecord(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}

function isScalar(value: Json | undefined): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/**
 * A value as its field's type compares it: timestamps by instant, enumerations without regard to case, the rest as it is.
 * Strings and enumerations order by character code, so alphabetically for what ONTAP's enumerations hold.
 */
export function comparable(field: FieldSpec, value: Scalar): Scalar {
  if (field.type === "timestamp") {
    const instant = parseTimestamp(String(value));
    return instant ?? String(value);
  }
  return field.values === undefined ? value : String(value).toLowerCase();
}

/** Negative, zero or positive, for two values of one field in comparable form. */
export function compareScalars(left: Scalar, right: Scalar): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
