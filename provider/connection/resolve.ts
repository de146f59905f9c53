import { type ConnectionOptions, OntapError } from "../rest";
import { wrongOption } from "../rest/wrong-option";
import { CLUSTER_NAME, parseClusters } from "./clusters";
import { CLUSTERS_KEY, clusterPrefix, connectionKeys, environmentName, type RawConnection } from "./keys";
import type { ConnectionKey } from "./settings";
import { refuseUnknownKeys } from "./unknown-key";

/** Looks up one key of the namespace `ontap-iscsi`, such as `host` or `clusters` (as JSON text). */
export interface ConfigLookup {
  (key: string): string | undefined;
  /** Every key that is set in the namespace, where that can be told, so that a misspelled one is found. */
  keys?(): readonly string[];
  /** True where the keys are the inputs of a provider of its own, and not the stack's configuration. */
  readonly isExplicit?: boolean;
}

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One cluster, as configuration and environment describe it. */
export interface ClusterSettings {
  readonly connection: ConnectionOptions;
  /** Whether a preview with a planned change asks it first whether it can be reached. Default true. */
  readonly probe: boolean;
}

/** The connection of one cluster (see {@link resolveCluster}). Throws `configuration`. */
export function resolveConnection(config: ConfigLookup, env: Environment, cluster?: string): ConnectionOptions {
  return resolveCluster(config, env, cluster).connection;
}

/**
 * One cluster, from configuration and environment. The environment overrides every key but the host: `ONTAP_HOST`
 * counts only where the configuration names no host, so that a stray variable never sends a stack to another array.
 * Variables without a name never apply to a named cluster. An explicit provider is a cluster by itself, and its own keys
 * come first: the environment adds what it leaves out, but no login of another kind. Throws
 * `configuration`, for a key that does not exist, too.
 */
export function resolveCluster(config: ConfigLookup, env: Environment, cluster?: string): ClusterSettings {
  refuseUnknownKeys(config.keys?.() ?? [], config.isExplicit);
  const { configuration, environment } = connectionSources(config, env, cluster);
  return converted({ ...configuration, ...environment }, config, cluster);
}

/** Raw values of a connection by where they come from. */
export interface ConnectionSources {
  /** Those that are used unless the environment has the same key. */
  readonly configuration: RawConnection;
  readonly environment: RawConnection;
  /** Those of the configuration that a login of another kind from the environment replaces. */
  readonly replaced: RawConnection;
}

/** Where the values of a cluster's connection come from. Throws `configuration`. */
export function connectionSources(config: ConfigLookup, env: Environment, cluster?: string): ConnectionSources {
  const configured = cluster === undefined ? unnamed(config) : named(config, env, cluster);
  const own = ownValues(configured, config.isExplicit === true);
  const environment: RawConnection = {};
  for (const key of connectionKeys) {
    const value = env[environmentName(key, cluster)];
    if (value !== undefined && value !== "" && !own.has(key)) {
      environment[key] = value;
    }
  }
  return { ...withoutReplacedLogin(configured, environment), environment };
}

/** Names of the clusters that the configuration knows. */
export function configuredClusters(config: ConfigLookup): readonly string[] {
  return [...parseClusters(config(CLUSTERS_KEY)).keys()];
}

function unnamed(config: ConfigLookup): RawConnection {
  const raw: RawConnection = {};
  for (const key of connectionKeys) {
    const value = config(key);
    if (value !== undefined && value !== "") {
      raw[key] = value;
    }
  }
  return raw;
}

function named(config: ConfigLookup, env: Environment, cluster: string): RawConnection {
  if (config.isExplicit === true) {
    throw new OntapError({
      code: "configuration",
      operation: `use the cluster ${cluster}`,
      reason: "the resource has a provider of its own, which is one cluster by itself",
      hint: "Remove the argument cluster, or give the resource the provider of that cluster.",
    });
  }
  const clusters = parseClusters(config(CLUSTERS_KEY));
  const raw = clusters.get(cluster);
  if (!CLUSTER_NAME.test(cluster)) {
    throw wrongName(cluster, "a letter, then letters, digits and hyphens are allowed");
  }
  const twin = [...clusters.keys()].find((name) => name !== cluster && clusterPrefix(name) === clusterPrefix(cluster));
  if (twin !== undefined) {
    throw wrongName(cluster, `${twin} is read from the same variables, ONTAP_${clusterPrefix(cluster)}_*`);
  }
  if (raw === undefined && !env[environmentName("host", cluster)]) {
    const known = [...clusters.keys()];
    throw new OntapError({
      code: "configuration",
      operation: `reach the cluster ${cluster}`,
      reason: `ontap-iscsi:clusters does not name it${known.length === 0 ? "" : ` (it names ${known.join(", ")})`}`,
      hint: `Set ontap-iscsi:clusters.${cluster}.host (pulumi config set --path), or ${environmentName("host", cluster)}.`,
    });
  }
  return raw ?? {};
}

function wrongName(cluster: string, outcome: string): OntapError {
  return new OntapError({
    code: "configuration",
    operation: `use the cluster name ${JSON.stringify(cluster)}`,
    reason: outcome,
  });
}

/** The ways to log in, each with its keys. */
const LOGINS: ReadonlyArray<readonly ConnectionKey[]> = [
  ["token"],
  ["username", "password"],
  ["clientCertificate", "clientKey"],
];

/**
 * Keys that the environment does not override: the host, and of an explicit provider whatever it names. The login that it
 * begins, such as by a user alone, the environment may complete, and never with one of another kind.
 */
function ownValues(configured: RawConnection, isExplicit: boolean): ReadonlySet<ConnectionKey> {
  const named = connectionKeys.filter((key) => configured[key] !== undefined);
  if (!isExplicit) {
    return new Set(named.filter((key) => key === "host"));
  }
  const begun = LOGINS.filter((keys) => keys.some((key) => named.includes(key)));
  const others = begun.length === 0 ? [] : LOGINS.filter((keys) => !begun.includes(keys));
  return new Set([...named, ...others.flat()]);
}

/** A login from the environment replaces a login of another kind from the configuration. */
function withoutReplacedLogin(configured: RawConnection, env: RawConnection): Omit<ConnectionSources, "environment"> {
  const given = LOGINS.filter((keys) => keys.some((key) => env[key] !== undefined));
  const configuration = { ...configured };
  const replaced: RawConnection = {};
  for (const key of LOGINS.filter((keys) => given.length > 0 && !given.includes(keys)).flat()) {
    const value = configuration[key];
    if (value !== undefined) {
      replaced[key] = value;
      delete configuration[key];
    }
  }
  return { configuration, replaced };
}

function converted(raw: RawConnection, config: ConfigLookup, cluster: string | undefined): ClusterSettings {
  const { host, insecure, timeoutMs, maxConcurrentRequests, probe, ...text } = raw;
  if (host === undefined) {
    throw new OntapError({
      code: "configuration",
      operation: cluster === undefined ? "reach the array" : `reach the cluster ${cluster}`,
      reason: "no host is configured",
      hint:
        config.isExplicit === true && cluster === undefined
          ? "Give the provider a host, or set ONTAP_HOST."
          : `Set ontap-iscsi:${cluster === undefined ? "host" : `clusters.${cluster}.host`} (pulumi config set), or ${environmentName("host", cluster)}.`,
    });
  }
  const connection = {
    host,
    ...text,
    ...(insecure === undefined ? {} : { insecure: truth("insecure", insecure) }),
    ...(timeoutMs === undefined ? {} : { timeoutMs: wholeNumber("timeoutMs", timeoutMs) }),
    ...(maxConcurrentRequests === undefined
      ? {}
      : { maxConcurrentRequests: wholeNumber("maxConcurrentRequests", maxConcurrentRequests) }),
  };
  return { connection, probe: probe === undefined || truth("probe", probe) };
}

function truth(key: ConnectionKey, value: string): boolean {
  const word = value.trim().toLowerCase();
  if (word !== "true" && word !== "false") {
    throw notA(key, "true or false");
  }
  return word === "true";
}

function wholeNumber(key: ConnectionKey, value: string): number {
  if (!/^[1-9]\d*$/.test(value.trim())) {
    throw notA(key, `a positive whole number${key === "timeoutMs" ? " of milliseconds" : ""}`);
  }
  return Number(value);
}

function notA(key: ConnectionKey, what: string): OntapError {
  return wrongOption(key, `it must be ${what}`);
}
