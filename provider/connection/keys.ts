import type { ConnectionOptions } from "../rest";

/** Keys of a connection, in configuration (`ontap-iscsi:<key>`) and, in capitals with underscores, in `ONTAP_<KEY>`. */
export const connectionKeys = [
  "host",
  "username",
  "password",
  "token",
  "clientCertificate",
  "clientKey",
  "caCertificate",
  "insecure",
  "timeoutMs",
  "maxConcurrentRequests",
] as const satisfies ReadonlyArray<keyof ConnectionOptions>;

/** One of {@link connectionKeys}. */
export type ConnectionKey = (typeof connectionKeys)[number];

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
