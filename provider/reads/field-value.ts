import type { Leaf } from "../record/fields";
import { isoTimestamp } from "./timestamps";

const KINDS: Readonly<Record<Leaf["kind"], { readonly expected: string; accepts(value: unknown): boolean }>> = {
  text: { expected: "a string", accepts: (value) => typeof value === "string" },
  integer: { expected: "a whole number", accepts: (value) => Number.isSafeInteger(value) },
  boolean: { expected: "true or false", accepts: (value) => typeof value === "boolean" },
  timestamp: { expected: "a timestamp (ISO 8601)", accepts: (value) => typeof value === "string" },
};

/** What may stand in a field, for messages: `a whole number`. */
export function expectedIn({ kind, values }: Leaf): string {
  return values?.map((value) => `"${value}"`).join(" or ") ?? KINDS[kind].expected;
}

/** True for a value of the field's type, and among those that ONTAP documents where it documents them. */
export function fits({ kind, values }: Leaf, value: unknown): boolean {
  return values?.some((known) => known === value) ?? KINDS[kind].accepts(value);
}

/** The one notation in which a value is sent and answered. */
export function normalized({ kind }: Leaf, value: unknown): unknown {
  return kind === "timestamp" ? isoTimestamp(value) : value;
}
