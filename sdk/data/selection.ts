import { child, type FieldTree, isList, Leaf } from "./field-tree";
import { unknownName, wrongArgument } from "./refusals";
import { wireName } from "./wire-names";

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

/** What `fields` takes: `"*"`, or a list of names, in which `"*"` may stand beside expensive ones. */
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

/** What a kind of record must tell for a choice of its fields. */
export interface Selectable {
  /** Singular, for messages. */
  readonly noun: string;
  readonly tree: FieldTree;
  /** Dotted names of what ONTAP always answers. */
  readonly identifiers: readonly string[];
  /** Top-level names that `"*"` leaves out. */
  readonly expensive: readonly string[];
}

/** A choice of fields. */
export interface Selection {
  /** As ONTAP takes them. */
  readonly wire: readonly string[];
  /** The part of the record's tree that was asked for, identifiers included. */
  readonly tree: FieldTree;
}

/** Reads `fields`; the default is `"*"`. Throws `configuration` for a field that is not there. */
export function selectionOf(kind: Selectable, fields: unknown = "*"): Selection {
  const names: unknown[] = typeof fields === "string" ? [fields] : Array.isArray(fields) ? fields : [];
  if (names.length === 0) {
    throw wrongArgument(kind.noun, "fields", 'it must be "*" or a list of field names');
  }
  const inexpensive = Object.keys(kind.tree).filter((name) => !kind.expensive.includes(name));
  const wire: string[] = [];
  const paths = [...kind.identifiers];
  for (const name of names) {
    if (typeof name !== "string") {
      throw wrongArgument(kind.noun, "fields", "each of the names must be a string");
    }
    wire.push(name === "*" ? name : wireName(checkedPath(kind, "fields ", name)));
    paths.push(...(name === "*" ? inexpensive : [name]));
  }
  return { wire: [...new Set(wire)], tree: subtree(kind.tree, paths) };
}

/** Reads `orderBy` into ONTAP's form. Throws `configuration` for a field that is not there. */
export function orderOf(kind: Selectable, orderBy: unknown): string[] {
  const terms: unknown[] = Array.isArray(orderBy) ? orderBy : [orderBy];
  return terms.map((term) => {
    const [, name, direction] = (typeof term === "string" && /^(\S+)( (?:asc|desc))?$/.exec(term)) || [];
    if (name === undefined) {
      throw wrongArgument(
        kind.noun,
        "orderBy",
        'it must be a field name with an optional " asc" or " desc", or a list of them',
      );
    }
    return `${wireName(checkedPath(kind, "orderBy ", name))}${direction ?? ""}`;
  });
}

function checkedPath(kind: Selectable, argument: string, path: string): string {
  let node: Leaf | FieldTree = kind.tree;
  let done = argument;
  for (const name of path.split(".")) {
    const next: Leaf | FieldTree | undefined = node instanceof Leaf ? undefined : child(node, name);
    if (next === undefined) {
      throw unknownName(kind.noun, done, name, node instanceof Leaf ? [] : Object.keys(node));
    }
    node = next;
    done += `${name}.`;
  }
  return path;
}

function subtree(tree: FieldTree, paths: readonly string[]): FieldTree {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, node]) => {
      const below = paths.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []));
      if (paths.includes(name)) {
        return [[name, node]];
      }
      if (below.length === 0 || node instanceof Leaf) {
        return [];
      }
      return [[name, isList(node) ? ([subtree(node[0], below)] as const) : subtree(node, below)]];
    }),
  );
}
