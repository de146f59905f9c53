/** What is said of a property, whatever its type. */
export interface PropertyTraits {
  /** What it is and does, for a program's author. Markdown, whole sentences. */
  readonly doc: string;
  /** Where ONTAP's documents say so: field and document. */
  readonly source?: string;
  /** ONTAP's codes that a check gives for the value before any request, each with what is wrong then. */
  readonly codes?: Readonly<Record<string, string>>;
  /**
   * `true`: a value must be given. `"by-rule"`: the same, but a rule of the resource says so, with ONTAP's code.
   * `"of-programs"`: so too, but a state may lack it, since ONTAP never shows it to an import.
   */
  readonly required?: true | "by-rule" | "of-programs";
  /**
   * `true`: another value makes it another object, so that the resource is replaced. `"another-svm"`: a reference to an
   * SVM, of which only one that means another SVM does. `"another-cluster"`: the name of a cluster, which does unless
   * the same SVM is found there.
   */
  readonly replaces?: true | "another-svm" | "another-cluster";
  /** What an absent value means, where that is no default: a sentence. */
  readonly whenOmitted?: string;
  /** True where an absent value is ONTAP's to choose: whatever the array shows then is never drift. */
  readonly unmanagedWhenOmitted?: true;
  /** What a change does, and what of it the guard looks at: sentences for the reference. */
  readonly onChange?: string;
  /** How a value that was changed behind Pulumi's back shows: a sentence for the reference. */
  readonly onDrift?: string;
  /** The field of ONTAP's record that shows the value, by wire name; none for what is no part of the record. */
  readonly field?: string;
}

/** From `least` to `most` bytes, both included. */
export interface ByteRange {
  readonly least: number;
  readonly most: number;
}

/** A string. */
export interface StringProperty extends PropertyTraits {
  readonly type: "string";
  /** What is taken, for messages: ends "x must be ...". */
  readonly expected: string;
  /** The only values that are taken, in any case; kept in lower case. */
  readonly values?: readonly string[];
  /** In characters. */
  readonly minLength?: number;
  /** In characters. */
  readonly maxLength?: number;
  readonly pattern?: string;
  /** True for what ONTAP takes and never shows: a secret in the state, and unreadable in a refresh. */
  readonly secret?: true;
  /** How long it should be, in bytes, for what it is used with: any other length is taken with a warning. */
  readonly usualBytes?: ByteRange;
  /** What an absent value means. Managed: another value on the array is drift. */
  readonly default?: string;
  /** The value that an object has for which ONTAP shows none. */
  readonly whenUnset?: string;
  /** True where an empty string is treated as absent. */
  readonly emptyMeansAbsent?: true;
  /** True where a whole number is taken as well. */
  readonly orInteger?: true;
}

/** True or false. */
export interface BooleanProperty extends PropertyTraits {
  readonly type: "boolean";
  /** What an absent value means. Managed: another value on the array is drift. */
  readonly default?: boolean;
  /** True where a list of names is taken as well: for these it is true. */
  readonly orNames?: true;
}

/** Properties under one name. */
export interface ObjectProperty extends PropertyTraits {
  readonly type: "object";
  /** Name of its type in every Pulumi language; objects of one shape share it. */
  readonly typeName: string;
  /** What such an object is, wherever it stands; left out where `doc` says that. */
  readonly typeDoc?: string;
  /** What is taken, for messages: ends "x must be ...". */
  readonly expected: string;
  readonly properties: Properties;
}

/** A list of values, in which order means nothing. */
export interface ListProperty extends PropertyTraits {
  readonly type: "list";
  /** What is taken, for messages: ends "x must be ...". */
  readonly expected: string;
  readonly items: ObjectProperty;
}

/** Objects of one shape, each under a name of the program's. */
export interface MapProperty extends PropertyTraits {
  readonly type: "map";
  /** What a name is, for paths of the reference: `initiator`. */
  readonly names: string;
  /** What is taken, for messages: ends "x must be ...". */
  readonly expected: string;
  readonly items: ObjectProperty;
}

/** One property, as a resource declares it. */
export type Property = StringProperty | BooleanProperty | ObjectProperty | ListProperty | MapProperty;

/** Properties by name. */
export type Properties = Readonly<Record<string, Property>>;

/** Declares a string. */
export function string<const T extends Omit<StringProperty, "type">>(traits: T): T & { readonly type: "string" } {
  return { ...traits, type: "string" };
}

/** Declares a boolean. */
export function boolean<const T extends Omit<BooleanProperty, "type">>(traits: T): T & { readonly type: "boolean" } {
  return { ...traits, type: "boolean" };
}

/** Declares an object. */
export function object<const T extends Omit<ObjectProperty, "type">>(traits: T): T & { readonly type: "object" } {
  return { ...traits, type: "object" };
}

/** Declares a list. */
export function list<const T extends Omit<ListProperty, "type">>(traits: T): T & { readonly type: "list" } {
  return { ...traits, type: "list" };
}

/** Declares a map. */
export function map<const T extends Omit<MapProperty, "type">>(traits: T): T & { readonly type: "map" } {
  return { ...traits, type: "map" };
}

/** The value of a property, checked and normalized. */
export type ValueOf<P extends Property> = P extends { readonly values: ReadonlyArray<infer Value> }
  ? Value
  : P extends StringProperty
    ? string
    : P extends { readonly orNames: true }
      ? boolean | readonly string[]
      : P extends BooleanProperty
        ? boolean
        : P extends { readonly type: "object"; readonly properties: infer Ps extends Properties }
          ? ValuesOf<Ps>
          : P extends { readonly type: "list"; readonly items: infer Item extends ObjectProperty }
            ? ReadonlyArray<ValueOf<Item>>
            : P extends { readonly type: "map"; readonly items: infer Item extends ObjectProperty }
              ? Readonly<Record<string, ValueOf<Item>>>
              : never;

type Present<Ps extends Properties> = {
  [K in keyof Ps]: Ps[K] extends { readonly required: true | "by-rule" } | { readonly default: boolean | string }
    ? K
    : never;
}[keyof Ps];

/** The values of declared properties: those that are required or have a default are there. */
export type ValuesOf<Ps extends Properties> = Simplify<
  { readonly [K in Present<Ps>]: ValueOf<Ps[K]> } & { readonly [K in Exclude<keyof Ps, Present<Ps>>]?: ValueOf<Ps[K]> }
>;

type Simplify<T> = { [K in keyof T]: T[K] };

/** Every property at any depth, outer ones first, by its path: `chap.inbound.user`, `initiatorAddress.ranges[].start`. */
export function propertiesByPath(properties: Properties, above = ""): ReadonlyArray<readonly [string, Property]> {
  return Object.entries(properties).flatMap(([name, property]): ReadonlyArray<readonly [string, Property]> => {
    const path = above + name;
    return [[path, property], ...propertiesInside(property, path)];
  });
}

function propertiesInside(property: Property, path: string): ReadonlyArray<readonly [string, Property]> {
  switch (property.type) {
    case "object":
      return propertiesByPath(property.properties, `${path}.`);
    case "list":
      return propertiesByPath(property.items.properties, `${path}[].`);
    case "map":
      return propertiesByPath(property.items.properties, `${path}["<${property.names}>"].`);
    default:
      return [];
  }
}

/**
 * True for what tells which object it is: the SVM, the cluster, and the property that names it there. Another value of
 * any other property that replaces is still the same object, which only cannot be changed so.
 */
export function identifies(name: string, { replaces }: Property, namedBy: string | undefined): boolean {
  return name === namedBy || replaces === "another-svm" || replaces === "another-cluster";
}

/**
 * The fields of ONTAP's record that show the properties, by wire name, each once. What tells which object it is is
 * always shown, so it need not be asked for.
 */
export function fieldsOf(properties: Properties, namedBy?: string): readonly string[] {
  const shown = Object.entries(properties).filter(([name, property]) => !identifies(name, property, namedBy));
  const own = shown.flatMap(([, property]) => [
    ...(property.field === undefined ? [] : [property.field]),
    ...(property.type === "object" ? fieldsOf(property.properties) : []),
  ]);
  return [...new Set(own)];
}

/** A property of which another value makes it another object, and when. */
export interface ReplacingProperty {
  readonly name: string;
  readonly replaces: NonNullable<PropertyTraits["replaces"]>;
}

/** The properties of which another value makes it another object. */
export function replacingProperties(properties: Properties): readonly ReplacingProperty[] {
  return Object.entries(properties).flatMap(([name, { replaces }]) => (replaces ? [{ name, replaces }] : []));
}

/** What an absent value means, where that is a value of its own. */
export function defaultOf(property: Property): boolean | string | undefined {
  return property.type === "boolean" || property.type === "string" ? property.default : undefined;
}

/** True where a value is always recorded: it must be given, or has a default. */
export function isRecorded(property: Property): boolean {
  return isAlwaysThere(property) || defaultOf(property) !== undefined;
}

/** True where the value of a property is always there, in a program's arguments and in a state. */
export function isAlwaysThere({ required }: Property): boolean {
  return required === true || required === "by-rule";
}
