import * as pulumi from "@pulumi/pulumi";
import { connectionsFrom } from "../provider/connection";
import type { OntapClient } from "../provider/rest";

/**
 * The client of a cluster, from the stack's configuration (`ontap-iscsi:*`) and the environment; of the unnamed one
 * without an argument. Throws `configuration` where the connection is incompletely or incorrectly configured.
 *
 * Resolved at each call, since with inline programs of the automation API one process serves several stacks.
 */
export function ontapClient(cluster: string | undefined): OntapClient {
  const config = new pulumi.Config("ontap-iscsi");
  return connectionsFrom((key) => config.get(key), process.env).client(cluster);
}
