/** Name of the package in every Pulumi language. */
export const PACKAGE = "ontap-iscsi";

/** The engine's token for a provider object of the package. */
export const PROVIDER_TOKEN = `pulumi:providers:${PACKAGE}`;

/** The engine's token for a resource class of dynamic resources; stacks keep it permanently. */
export function dynamicToken<Type extends string>(type: Type): `pulumi-nodejs:dynamic/ontap-iscsi:${Type}` {
  return `pulumi-nodejs:dynamic/ontap-iscsi:${type}`;
}

/** The engine's token for a resource class through the provider plugin; stacks keep it permanently. */
export function pluginToken<Type extends string>(type: Type): `ontap-iscsi:index:${Type}` {
  return `ontap-iscsi:index:${type}`;
}

/** True for the tokens of a resource class, of either side. */
export function isTokenOf(type: string, token: string): boolean {
  return token === dynamicToken(type) || token === pluginToken(type);
}

/** True for a token of a resource that goes through the provider plugin. */
export function isPluginToken(token: string): boolean {
  return token.startsWith(pluginToken(""));
}
