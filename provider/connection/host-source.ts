import { parseClusters } from "./clusters";
import { environmentName } from "./keys";
import type { ConfigLookup } from "./resolve";

/**
 * What the host of a cluster is set by: a key of the configuration, or the environment variable that counts where the
 * configuration names none. Throws `configuration` where the clusters cannot be read.
 */
export function hostSource(config: ConfigLookup, cluster?: string): string {
  if (config.isExplicit === true && cluster === undefined && config("host")) {
    return "the provider's host";
  }
  const key = cluster === undefined ? "host" : `clusters.${cluster}.host`;
  const configured = cluster === undefined ? config("host") : parseClusters(config("clusters")).get(cluster)?.host;
  return configured ? `ontap-iscsi:${key}` : environmentName("host", cluster);
}
