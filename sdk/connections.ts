import * as pulumi from "@pulumi/pulumi";
import { type ConfigLookup, connectionsFrom, NAMESPACE, ownKeys } from "../provider/connection";
import type { OntapClient } from "../provider/rest";

/**
 * The client of a cluster, from the stack's configuration (`ontap-iscsi:*`) and the environment; of the unnamed one
 * without an argument. Throws `configuration` where the connection is incompletely or incorrectly configured.
 *
 * Resolved at each call, since with inline programs of the automation API one process serves several stacks.
 */
export function ontapClient(cluster: string | undefined): OntapClient {
  return connectionsFrom(stackConfiguration(), process.env).client(cluster);
}

/** How messages name a cluster: its address, and what that is configured by. Throws as {@link ontapClient} does. */
export function describeArray(cluster: string | undefined): string {
  return connectionsFrom(stackConfiguration(), process.env).describe(cluster);
}

/** Our keys of the configuration of the stack that the program runs for. */
export function stackConfiguration(): ConfigLookup {
  const config = new pulumi.Config(NAMESPACE);
  const lookup = (key: string) => config.get(key);
  return Object.assign(lookup, { keys: () => ownKeys(Object.keys(pulumi.runtime.allConfig()), pulumi.getProject()) });
}
