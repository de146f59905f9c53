import { type Field, type Fields, isLeaf } from "../../provider/record/fields";
import { camelName } from "../../provider/record/record";
import { notOntap } from "../../provider/rest/not-ontap";
import { fits, normalized } from "./field-value";

/**
 * A record that the collection has checked, in camelCase and cut to some of its fields: no `_links`, no unset fields
 * (absent rather than null), nothing that was not asked for, whatever ONTAP may add. Throws `malformed` where a string is
 * none of those that ONTAP documents, which the result's type promises.
 */
export function fromWire<T>(noun: string, fields: Fields, wire: unknown): T {
  // The collection has checked structure and types, `converted` checks the rest of what `T` says.
  return objectFrom(noun, fields, wire) as T;
}

function objectFrom(noun: string, fields: Fields, wire: unknown): object {
  const values = new Map<string, unknown>(Object.entries(wire ?? {}));
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = values.get(name);
      return value === undefined || value === null ? [] : [[camelName(name), converted(noun, field, value)]];
    }),
  );
}

function converted(noun: string, field: Field, wire: unknown): unknown {
  if (isLeaf(field)) {
    if (!fits(field, wire)) {
      throw notOntap(`read an ${noun}`, "one of its fields has a value that ONTAP does not document");
    }
    return normalized(field, wire);
  }
  return Array.isArray(wire)
    ? wire.map((item) => objectFrom(noun, field.fields, item))
    : objectFrom(noun, field.fields, wire);
}
