import { isoTimestamp } from "./timestamps";

/** A field that holds a single value. */
export class Leaf {
  constructor(
    /** What may stand there, for messages: `a whole number`. */
    readonly expected: string,
    /** True for a value of the field's type. */
    readonly accepts: (value: unknown) => boolean,
    /** The one spelling under which a value is sent and answered. */
    readonly normalize: (value: unknown) => unknown = (value) => value,
  ) {}
}

/** The fields of a record by camelCase name: leaves, objects, and lists of objects (a tree in brackets). */
export interface FieldTree {
  readonly [name: string]: Leaf | FieldTree | readonly [FieldTree];
}

/** The field tree that describes a record type, so that the compiler compares the two. */
export type TreeOf<T> =
  T extends ReadonlyArray<infer Item>
    ? readonly [TreeOf<Item>]
    : T extends object
      ? { readonly [K in keyof T]-?: TreeOf<NonNullable<T[K]>> }
      : Leaf;

export const text = new Leaf("a text", (value) => typeof value === "string");
export const integer = new Leaf("a whole number", (value) => Number.isSafeInteger(value));
export const truth = new Leaf("true or false", (value) => typeof value === "boolean");
export const timestamp = new Leaf("a timestamp (ISO 8601)", (value) => typeof value === "string", isoTimestamp);

/** A text of which ONTAP documents every value. */
export function oneOf(...values: readonly string[]): Leaf {
  return new Leaf(values.map((value) => `"${value}"`).join(" or "), (value) => values.some((known) => known === value));
}

/** What a field's name leads to: a leaf, or the fields below it. Undefined for a name that is not there. */
export function child(tree: FieldTree, name: string): Leaf | FieldTree | undefined {
  const node = Object.hasOwn(tree, name) ? tree[name] : undefined;
  return isList(node) ? node[0] : node;
}

/** True for a list of objects. */
export function isList(node: FieldTree[string] | undefined): node is readonly [FieldTree] {
  return Array.isArray(node);
}
