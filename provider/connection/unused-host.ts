import { parseClusters } from "./clusters";
import { environmentName } from "./keys";
import type { ConfigLookup, Environment } from "./resolve";

/**
 * Sentences about environment variables that name a host and are not used for these clusters (`undefined` is the one
 * without a name): the configuration names another host, or `ONTAP_HOST` is set and only named clusters are meant.
 */
export function unusedHosts(
  config: ConfigLookup,
  env: Environment,
  clusters: ReadonlyArray<string | undefined>,
): readonly string[] {
  const overruled = clusters.flatMap((cluster) => {
    const [key, configured] =
      cluster === undefined
        ? (["ontap-iscsi:host", config("host")] as const)
        : ([`ontap-iscsi:clusters.${cluster}.host`, parseClusters(config("clusters")).get(cluster)?.host] as const);
    const variable = environmentName("host", cluster);
    const given = env[variable];
    return !given || !configured || given === configured
      ? []
      : [`${variable} is set and not used: the configuration names another host (${key})`];
  });
  const variable = environmentName("host");
  const pointless = env[variable] && clusters.length > 0 && !clusters.includes(undefined);
  return pointless
    ? [`${variable} is set and not used: it never applies to a cluster with a name`, ...overruled]
    : overruled;
}
