import { fieldDoc } from "../record/field-doc";
import { type Branch, type Field, type Fields, isLeaf, type Leaf } from "../record/fields";
import { camelName } from "../record/record";
import { type Json, token, typeReference } from "./tokens";

/** Types by token. */
export type Types = ReadonlyArray<readonly [string, Json]>;

const KINDS: Readonly<Record<Leaf["kind"], string>> = {
  text: "string",
  timestamp: "string",
  integer: "integer",
  boolean: "boolean",
};

/** The properties of a record as functions return it. `base` begins the names of the types inside. */
export function recordProperties(base: string, fields: Fields): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    readable(fields).map(([name, field]) => [
      camelName(name),
      { ...typeOf(base, name, field), description: leafDoc(field) },
    ]),
  );
}

/** The types inside such properties. */
export function recordTypes(base: string, fields: Fields, isAlways = true): Types {
  return readable(fields).flatMap(([name, field]): Types => {
    if (isLeaf(field)) {
      return [];
    }
    // What is asked for by name cuts the items of a list, and whatever is not always there.
    const always = isAlways && field.always === true && field.kind === "object";
    const [inner, type] = [innerBase(base, name, field), typeName(base, name, field)];
    return [
      ...recordTypes(inner, field.fields, always),
      [
        token(type),
        {
          type: "object",
          description: field.typeDoc ?? field.doc,
          properties: recordProperties(inner, field.fields),
          ...requiredOf(always ? alwaysThere(field.fields) : []),
        },
      ],
    ];
  });
}

/** Names of the properties that are there whatever is asked for. */
export function alwaysThere(fields: Fields): readonly string[] {
  return readable(fields).flatMap(([name, { always }]) => (always === true ? [camelName(name)] : []));
}

/** The key `required`, where there is anything in it. */
export function requiredOf(names: readonly string[]): Json {
  return names.length === 0 ? {} : { required: names };
}

/** The fields that can be read. */
export function readable(fields: Fields): ReadonlyArray<readonly [string, Field]> {
  return Object.entries(fields).filter(([, { writeOnly }]) => writeOnly !== true);
}

/** The type of a field with one value. A word that ONTAP documents is a string, since a release may add one. */
export function leafType({ kind }: Pick<Leaf, "kind">): Json {
  return { type: KINDS[kind] };
}

/** What is said of a field, with the words that ONTAP documents. */
export function leafDoc(field: Field): string {
  const values = isLeaf(field) ? field.values : undefined;
  const told = values?.map((value) => `\`${value}\``).join(", ");
  return [fieldDoc(field), ...(told === undefined ? [] : [`One of ${told}.`])].join(" ");
}

/** What the names of the types inside an object begin with. */
export function innerBase(base: string, name: string, field: Branch): string {
  const camel = camelName(name);
  const own = `${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
  return field.typeName?.replace(/Record$/, "") ?? `${base}${field.kind === "list" ? own.replace(/s$/, "") : own}`;
}

function typeName(base: string, name: string, field: Branch): string {
  return field.typeName ?? innerBase(base, name, field);
}

function typeOf(base: string, name: string, field: Field): Json {
  if (isLeaf(field)) {
    return leafType(field);
  }
  const type = typeReference(typeName(base, name, field));
  return field.kind === "list" ? { type: "array", items: type } : type;
}
