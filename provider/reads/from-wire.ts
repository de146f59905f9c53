import { type Field, type Fields, isLeaf } from "../record/fields";
import { camelName } from "../record/record";
import { notOntap } from "../rest/not-ontap";
import { fits, normalized } from "./field-value";
import type { Reader } from "./reader";

/**
 * Turns records that the collection has checked into camelCase, cut to some of their fields: no `_links`, no unset fields
 * (absent rather than null), nothing that was not asked for, whatever ONTAP may add. What it returns throws `malformed`
 * where a string is none of those that ONTAP documents and only those are to be returned.
 */
export function fromWire<T>(reading: Reading, fields: Fields): (wire: unknown) => T {
  const read = objectReader(reading, fields);
  // The collection has checked structure and types, `valueReader` checks the rest of what `T` says.
  return (wire) => read(wire) as T;
}

/** What is read, and for whom. */
interface Reading extends Pick<Reader, "documentedValuesOnly"> {
  readonly noun: string;
}

function objectReader(reading: Reading, fields: Fields): (wire: unknown) => object {
  const readers = Object.entries(fields).map(([name, field]) => ({
    name,
    key: camelName(name),
    read: valueReader(reading, field),
  }));
  return (wire) => {
    const object: Record<string, unknown> = {};
    if (hasProperties(wire)) {
      for (const { name, key, read } of readers) {
        const value = wire[name];
        if (value !== undefined && value !== null) {
          object[key] = read(value);
        }
      }
    }
    return object;
  };
}

function valueReader(reading: Reading, field: Field): (wire: unknown) => unknown {
  if (!isLeaf(field)) {
    const read = objectReader(reading, field.fields);
    return (wire) => (Array.isArray(wire) ? wire.map(read) : read(wire));
  }
  return (wire) => {
    if (reading.documentedValuesOnly && !fits(field, wire)) {
      throw notOntap(`read an ${reading.noun}`, "one of its fields has a value that ONTAP does not document");
    }
    return normalized(field, wire);
  };
}

function hasProperties(wire: unknown): wire is Readonly<Record<string, unknown>> {
  return typeof wire === "object" && wire !== null;
}
