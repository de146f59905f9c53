import { type Fields, isLeaf } from "../../provider/record/fields";
import { identifiersOf, inexpensiveOf, type RecordSpec } from "../../provider/record/record";
import { wirePath } from "./field-name";
import { wrongArgument } from "./refusals";

/** Dotted camelCase names of a record's fields: objects, lists and leaves. */
export type PathOf<T> =
  T extends ReadonlyArray<infer Item>
    ? PathOf<Item>
    : T extends object
      ? { [K in keyof T & string]-?: K | `${K}.${PathOf<NonNullable<T[K]>>}` }[keyof T & string]
      : never;

/** Dotted camelCase names of a record's leaves. */
export type LeafPathOf<T> =
  T extends ReadonlyArray<infer Item>
    ? LeafPathOf<Item>
    : T extends object
      ? {
          [K in keyof T & string]-?: [LeafPathOf<NonNullable<T[K]>>] extends [never]
            ? K
            : `${K}.${LeafPathOf<NonNullable<T[K]>>}`;
        }[keyof T & string]
      : never;

/** What `fields` takes: `"*"`, or a list of names, in which `"*"` may appear next to expensive ones. */
export type FieldsOf<T> = "*" | ReadonlyArray<"*" | PathOf<T>>;

/** What `orderBy` takes: a leaf's name, with an optional direction. */
export type OrderOf<T> = LeafPathOf<T> | `${LeafPathOf<T>} asc` | `${LeafPathOf<T>} desc`;

/**
 * A record cut to what was asked for and its identifiers: a field that was not asked for is absent from the type.
 * `Inexpensive` is what `"*"` stands for.
 */
export type Selected<T, Identifiers extends string, Inexpensive extends string, F> = Cut<
  T,
  Identifiers | Expanded<F extends ReadonlyArray<infer Name> ? Name : F, Inexpensive>
>;

type Expanded<Name, Inexpensive extends string> = Name extends "*" ? Inexpensive : Name & string;

type Cut<T, Names extends string> =
  T extends ReadonlyArray<infer Item>
    ? Array<Cut<Item, Names>>
    : { readonly [K in keyof T as K extends Head<Names> ? K : never]: K extends Names ? T[K] : Inner<T[K], K, Names> };

type Inner<T, K, Names extends string> = Cut<NonNullable<T>, Tail<Names, K & string>> | Extract<T, undefined>;
type Head<Name extends string> = Name extends `${infer First}.${string}` ? First : Name;
type Tail<Name extends string, First extends string> = Name extends `${First}.${infer Rest}` ? Rest : never;

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
