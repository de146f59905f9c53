import { parseTimestamp } from "../wire/timestamp";
import type { Scalar } from "./field-values";
import { invalidValue } from "./refusals";
import type { FieldSpec } from "./types";

/**
 * Reads a plain value as its field's type has it. Throws 262197 for a malformed integer, boolean or timestamp, and,
 * with `"listed"`, for a value that an enumeration does not have; bounds of comparisons need not be in it.
 */
export function readLiteral(name: string, field: FieldSpec, text: string, enumeration?: "listed"): Scalar {
  switch (field.type) {
    case "integer":
      return readInteger(name, text);
    case "boolean":
      return readBoolean(name, text);
    case "timestamp":
      if (parseTimestamp(text) === undefined) {
        throw invalidValue(name, text, "<ISO-8601 date and time>");
      }
      return text;
    case "string":
      if (enumeration === "listed" && field.values !== undefined) {
        checkListed(name, text, field.values);
      }
      return text;
  }
}

/** Reads a whole number, at least `least` and at most `most`, or throws 262197. */
export function readInteger(name: string, text: string, least = -Infinity, most = Infinity): number {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) {
    return value;
  }
  const bounds = Number.isFinite(most)
    ? ` between ${least} and ${most}`
    : Number.isFinite(least)
      ? ` from ${least}`
      : "";
  throw invalidValue(name, text, `<integer>${bounds}`);
}

/** Reads `true` or `false` in either case (Python clients send `True`), or throws 262197. */
export function readBoolean(name: string, text: string): boolean {
  const lower = text.toLowerCase();
  if (lower !== "true" && lower !== "false") {
    throw invalidValue(name, text, "true|false");
  }
  return lower === "true";
}

function checkListed(name: string, text: string, values: readonly string[]): void {
  const lower = text.toLowerCase();
  if (!values.some((value) => value.toLowerCase() === lower)) {
    throw invalidValue(name, text, values.join("|"));
  }
}
