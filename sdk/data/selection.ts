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
