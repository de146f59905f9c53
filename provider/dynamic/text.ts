import type { ResourceType } from "../resources";

/** The package that the engine's dynamic host loads a provider from. */
const ENTRY = "pulumi-ontap-iscsi/provider";

/**
 * What stands in the state as a resource's provider: a constant that loads the installed package when it is run, so
 * that a refresh or a delete of an old resource runs today's code. Stacks keep this text permanently, so neither it nor
 * what it names may change.
 */
export function providerText(type: ResourceType): string {
  return `exports.handler=()=>require("${ENTRY}").${type}`;
}

/** The engine's token for a resource class; stacks keep this, too. */
export function typeToken<Type extends string>(type: Type): `pulumi-nodejs:dynamic/ontap-iscsi:${Type}` {
  return `pulumi-nodejs:dynamic/ontap-iscsi:${type}`;
}
