import { type Fields, isLeaf } from "../record/fields";
import { identifiersOf, inexpensiveOf, type RecordSpec } from "../record/record";
import { wirePath } from "./field-name";
import { wrongArgument } from "./refusals";

/** A choice of fields. */
export interface Selection {
  /** As ONTAP takes them. */
  readonly wire: readonly string[];
  /** Of the record's fields those that were asked for, identifiers included. */
  readonly fields: Fields;
}

/** Reads `fields`; the default is `"*"`. Throws `configuration` for a field that is not there. */
export function selectionOf(record: RecordSpec, fields: unknown = "*"): Selection {
  const names: unknown[] = typeof fields === "string" ? [fields] : Array.isArray(fields) ? fields : [];
  if (names.length === 0) {
    throw wrongArgument(record.noun, "fields", 'it must be "*" or a list of field names');
  }
  const wire: string[] = [];
  const kept = [...identifiersOf(record)];
  for (const name of names) {
    if (typeof name !== "string") {
      throw wrongArgument(record.noun, "fields", "each of the names must be a string");
    }
    if (name === "*") {
      wire.push(name);
      kept.push(...inexpensiveOf(record));
    } else {
      const path = wirePath(record.noun, "fields", record.fields, name);
      wire.push(path);
      kept.push(path);
    }
  }
  return { wire: [...new Set(wire)], fields: cut(record.fields, kept) };
}

/** Reads `orderBy` into ONTAP's form. Throws `configuration` for a field that is not there. */
export function orderOf(record: RecordSpec, orderBy: unknown): string[] {
  const terms: unknown[] = Array.isArray(orderBy) ? orderBy : [orderBy];
  return terms.map((term) => {
    const [, name, direction] = (typeof term === "string" && /^(\S+)( (?:asc|desc))?$/.exec(term)) || [];
    if (name === undefined) {
      throw wrongArgument(
        record.noun,
        "orderBy",
        'it must be a field name with an optional " asc" or " desc", or a list of them',
      );
    }
    return `${wirePath(record.noun, "orderBy", record.fields, name)}${direction ?? ""}`;
  });
}

function cut(fields: Fields, paths: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const below = paths.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []));
      if (paths.includes(name)) {
        return [[name, field]];
      }
      return below.length === 0 || isLeaf(field) ? [] : [[name, { ...field, fields: cut(field.fields, below) }]];
    }),
  );
}
