import type { ResourceType } from "../resources";

export { dynamicToken as typeToken } from "../spec/tokens";

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
