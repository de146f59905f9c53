import { type Field, type Fields, isLeaf } from "../record/fields";
import { camelName } from "../record/record";
import { notOntap } from "../rest/not-ontap";
import { fits, normalized } from "./field-value";
import type { Reader } from "./reader";

/**
 * A record that the collection has checked, in camelCase and cut to some of its fields: no `_links`, no unset fields
 * (absent rather than null), nothing that was not asked for, whatever ONTAP may add. Throws `malformed` where a string is
 * none of those that ONTAP documents and only those are to be returned.
 */
export function fromWire<T>(reading: Reading, fields: Fields, wire: unknown): T {
  // The collection has checked structure and types, `converted` checks the rest of what `T` says.
  return objectFrom(reading, fields, wire) as T;
}

/** What is read, and for whom. */
interface Reading extends Pick<Reader, "documentedValuesOnly"> {
  readonly noun: string;
}

function objectFrom(reading: Reading, fields: Fields, wire: unknown): object {
  const values = new Map<string, unknown>(Object.entries(wire ?? {}));
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = values.get(name);
      return value === undefined || value === null ? [] : [[camelName(name), converted(reading, field, value)]];
    }),
  );
}

function converted(reading: Reading, field: Field, wire: unknown): unknown {
  if (isLeaf(field)) {
    if (reading.documentedValuesOnly && !fits(field, wire)) {
      throw notOntap(`read an ${reading.noun}`, "one of its fields has a value that ONTAP does not document");
    }
    return normalized(field, wire);
  }
  return Array.isArray(wire)
    ? wire.map((item) => objectFrom(reading, field.fields, item))
    : objectFrom(reading, field.fields, wire);
}
