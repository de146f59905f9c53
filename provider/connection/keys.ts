import { type ConnectionKey, settings } from "./settings";

/** Namespace of our keys in a stack's configuration. */
export const NAMESPACE = "ontap-iscsi";

/**
 * Our keys among those of a stack, which have their namespace in front. None in a project of that name, where the
 * namespace is the program's own, with keys of its own.
 */
export function ownKeys(names: readonly string[], project?: string): readonly string[] {
  const prefix = `${NAMESPACE}:`;
  return project === NAMESPACE
    ? []
    : names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

/** Key of the named clusters. */
export const CLUSTERS_KEY = "clusters";

/**
 * Keys of a cluster, in configuration (`ontap-iscsi:<key>`) and, in capitals with underscores, in `ONTAP_<KEY>`: those
 * of its connection, and whether a preview probes it.
 */
export const connectionKeys: readonly ConnectionKey[] = settings.map(({ key }) => key);

/** Raw values of a connection, before they are converted. */
export type RawConnection = Partial<Record<ConnectionKey, string>>;

/** Environment variable of a key: `ONTAP_CA_CERTIFICATE`, for a named cluster `ONTAP_EAST_CA_CERTIFICATE`. */
export function environmentName(key: ConnectionKey, cluster?: string): string {
  const infix = cluster === undefined ? "" : `${clusterPrefix(cluster)}_`;
  return `ONTAP_${infix}${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** How a cluster's name stands in environment variables. */
export function clusterPrefix(cluster: string): string {
  return cluster.replace(/-/g, "_").toUpperCase();
}

/** A key of a cluster as messages name it: `ontap-iscsi:password`, `ontap-iscsi:clusters.east.password`. */
export function configurationKey(key: ConnectionKey, cluster?: string): string {
  return `${NAMESPACE}:${cluster === undefined ? key : `${CLUSTERS_KEY}.${cluster}.${key}`}`;
}

/** The same as `pulumi config set` takes it, with the option that a key inside a map needs. */
export function optionsAndKey(key: ConnectionKey, cluster?: string): string {
  return `${cluster === undefined ? "" : "--path "}${configurationKey(key, cluster)}`;
}
