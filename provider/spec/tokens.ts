/** A part of a package schema. */
export type Json = Readonly<Record<string, unknown>>;

/** Name of the package in every Pulumi language. */
export const PACKAGE = "ontap-iscsi";

/** What a resource, a function or a type is called across languages: `ontap-iscsi:index:IscsiService`. */
export function token<Name extends string>(name: Name): `${typeof PACKAGE}:index:${Name}` {
  return `${PACKAGE}:index:${name}`;
}

/** A value of a type of the package. */
export function typeReference(name: string): Json {
  return { type: "object", $ref: `#/types/${token(name)}` };
}
