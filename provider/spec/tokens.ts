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

/** The engine's token for a provider object of the package. */
export const PROVIDER_TOKEN = `pulumi:providers:${PACKAGE}`;

/** The engine's token for a class of dynamic resources; stacks keep it permanently. */
export function dynamicToken<Type extends string>(type: Type): `pulumi-nodejs:dynamic/${typeof PACKAGE}:${Type}` {
  return `pulumi-nodejs:dynamic/${PACKAGE}:${type}`;
}

/** True for the tokens of a resource class, dynamic or through the plugin. */
export function isTokenOf(type: string, name: string): boolean {
  return name === dynamicToken(type) || name === token(type);
}

/** True for the token of something that goes through the plugin. */
export function isPluginToken(name: string): boolean {
  return name.startsWith(token(""));
}
