/** Whether a request must or may hold a field; absent where it takes none. */
export interface WriteRule {
  readonly post?: "required" | "optional";
  readonly patch?: "required" | "optional";
}

/** What a record's declaration tells of any field. */
export interface FieldOptions {
  /** What it is, in a sentence for users. */
  readonly doc: string;
  /** Unit of a number, such as `microseconds`. */
  readonly unit?: string;
  /** First release of ONTAP that has it. Default: that of the record. */
  readonly since?: string;
  /** ONTAP answers it wherever it answers the object that it is part of. Default: it may be absent or null. */
  readonly always?: true;
  /** Answered only where asked for by name, since it costs the array time. Top-level fields only. */
  readonly expensive?: true;
  /** Taken by POST and PATCH, never answered, and no filter. */
  readonly writeOnly?: true;
  /** How POST and PATCH take it. Default: not at all. */
  readonly write?: WriteRule;
}

/** A field with one value. */
export interface Leaf extends FieldOptions {
  readonly kind: "text" | "integer" | "boolean" | "timestamp";
  /** Every value that ONTAP documents. Default: any of the kind. */
  readonly values?: readonly string[];
}

/** Fields of an object, and the name of their type where users meet it by name. */
export interface Shape {
  readonly fields: Fields;
  /** TypeScript's name of the type in camelCase. Default: none, it stands where it is used. */
  readonly typeName?: string;
  /** Sentence that documents the named type. */
  readonly typeDoc?: string;
}

/** An object, or a list of objects. */
export interface Branch extends FieldOptions, Shape {
  readonly kind: "object" | "list";
}

/** A field of a record. */
export type Field = Leaf | Branch;

/** The fields of a record or of an object in it, by ONTAP's names. */
export interface Fields {
  readonly [wireName: string]: Field;
}

type LeafOptions = Omit<Leaf, "kind">;
type BranchOptions = Omit<Branch, "kind">;

/** A string. */
export function text<const Options extends LeafOptions>(options: Options) {
  return { kind: "text" as const, ...options };
}

/** A whole number. */
export function integer<const Options extends LeafOptions>(options: Options) {
  return { kind: "integer" as const, ...options };
}

/** True or false. */
export function boolean<const Options extends LeafOptions>(options: Options) {
  return { kind: "boolean" as const, ...options };
}

/** An instant. */
export function timestamp<const Options extends LeafOptions>(options: Options) {
  return { kind: "timestamp" as const, ...options };
}

/** An object. */
export function object<const Options extends BranchOptions>(options: Options) {
  return { kind: "object" as const, ...options };
}

/** A list of objects. */
export function list<const Options extends BranchOptions>(options: Options) {
  return { kind: "list" as const, ...options };
}

/** For a field that both POST and PATCH may hold. */
export const optionalInWrites = { post: "optional", patch: "optional" } as const;
/** For a field that POST and PATCH must hold with the object that it is part of. */
export const requiredInWrites = { post: "required", patch: "required" } as const;

/** True for a field with one value. */
export function isLeaf(field: Field): field is Leaf {
  return field.kind !== "object" && field.kind !== "list";
}
