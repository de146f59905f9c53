import type { Field, Fields } from "./fields";

interface LeafValues {
  readonly text: string;
  readonly integer: number;
  readonly boolean: boolean;
  readonly timestamp: string;
}

/** What ONTAP answers of such fields. Where one is not there always, it may also be null, which is treated as unset. */
export type WireOf<Declared extends Fields> = Flat<
  { readonly [K in KeysWith<Declared, { always: true }>]: WireValue<Declared[K]> } & {
    readonly [K in Exclude<keyof Declared, KeysWith<Declared, { always: true } | { writeOnly: true }>>]?: WireValue<
      Declared[K]
    > | null;
  }
>;

/** What POST or PATCH takes of such fields. */
export type WriteOf<Declared extends Fields, Method extends "post" | "patch"> = Flat<
  { readonly [K in KeysWith<Declared, Written<Method, "required">>]: WriteValue<Declared[K], Method> } & {
    readonly [K in KeysWith<Declared, Written<Method, "optional">>]?: WriteValue<Declared[K], Method>;
  }
>;

type WireValue<One extends Field> = One extends { kind: "object"; fields: infer Inner extends Fields }
  ? WireOf<Inner>
  : One extends { kind: "list"; fields: infer Inner extends Fields }
    ? ReadonlyArray<WireOf<Inner>>
    : LeafValues[One["kind"] & keyof LeafValues];

type WriteValue<One extends Field, Method extends "post" | "patch"> = One extends {
  kind: "object";
  fields: infer Inner extends Fields;
}
  ? WriteOf<Inner, Method>
  : One extends { kind: "list"; fields: infer Inner extends Fields }
    ? ReadonlyArray<WriteOf<Inner, Method>>
    : LeafValues[One["kind"] & keyof LeafValues];

type Written<Method extends "post" | "patch", Presence> = { write: { [M in Method]: Presence } };
type KeysWith<Declared, Mark> = { [K in keyof Declared]: Declared[K] extends Mark ? K : never }[keyof Declared];
type Flat<T> = { [K in keyof T]: T[K] };
