import { type ConnectionOptions, connect, type OntapClient, OntapError } from "../rest";
import { hostSource } from "./host-source";
import { configurationKey, connectionKeys, environmentName, optionsAndKey } from "./keys";
import { type ConfigLookup, type Environment, resolveCluster } from "./resolve";
import type { ConnectionKey } from "./settings";

/** The arrays that a program, a provider process or a command talks to, by the `cluster` argument. */
export interface Connections {
  /**
   * The client of a cluster; of the unnamed one without an argument. One client per connection and run, so that
   * its limit of requests in flight holds for all who use it. Throws `configuration`.
   */
  client(cluster?: string): OntapClient;
  /** Whether a preview with a planned change probes that cluster first. Throws `configuration`. */
  isProbed(cluster?: string): boolean;
  /** How messages name an array: its address, and what that is configured by. Throws `configuration`. */
  describe(cluster?: string): string;
}

type Clients = Map<string, OntapClient>;

const clientsOfProcess: Clients = new Map();

/**
 * Connections from the configuration and the environment, which are those of a whole run. Nothing is resolved before it is
 * asked for, and what could be resolved is once. `clients` are those to go on with, for a process that lasts longer than a
 * run; default: those of this process.
 */
export function connectionsFrom(config: ConfigLookup, env: Environment, clients = clientsOfProcess): Connections {
  const orNamed = <T>(cluster: string | undefined, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw error instanceof OntapError ? ofCluster(error, config, cluster) : error;
    }
  };
  const settings = oncePerCluster((cluster) => orNamed(cluster, () => resolveCluster(config, env, cluster)));
  const client = oncePerCluster((cluster) => {
    const { connection } = settings(cluster);
    return orNamed(cluster, () => clientFor(clients, connection));
  });
  return {
    client,
    isProbed: (cluster) => settings(cluster).probe,
    describe: (cluster) =>
      `the array at ${client(cluster).origin} (${orNamed(cluster, () => hostSource(config, cluster))})`,
  };
}

/** The same for a cluster whenever it is asked for, unless that throws. */
function oncePerCluster<T>(resolve: (cluster: string | undefined) => T): (cluster?: string) => T {
  const known = new Map<string | undefined, T>();
  return (cluster) => {
    const found = known.get(cluster) ?? resolve(cluster);
    known.set(cluster, found);
    return found;
  };
}

/** What is wrong with the connection is so for every object of the cluster, and is named by the key that is wrong. */
function ofCluster(error: OntapError, config: ConfigLookup, cluster: string | undefined): OntapError {
  const { code, reason, target, cause } = error;
  const key = connectionKeys.find((known) => known === target);
  const isInput = config.isExplicit === true && cluster === undefined;
  const operation =
    key === undefined ? error.operation : `use ${isInput ? `the provider's ${key}` : configurationKey(key, cluster)}`;
  const hint = [
    ...(error.hint === undefined ? [] : [error.hint]),
    ...(key === undefined ? [] : [isInput ? inputOf(key) : settingOf(key, cluster)]),
  ].join(" ");
  const shared = { scope: "cluster", reason } as const;
  return new OntapError({ code, operation, reason, shared, cause, ...(hint === "" ? {} : { hint }) });
}

function settingOf(key: ConnectionKey, cluster: string | undefined): string {
  return `Set it with pulumi config set ${optionsAndKey(key, cluster)}, or as ${environmentName(key, cluster)}.`;
}

function inputOf(key: ConnectionKey): string {
  return `Set it among the arguments of the provider, or as ${environmentName(key)}.`;
}

function clientFor(clients: Clients, options: ConnectionOptions): OntapClient {
  const key = JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = clients.get(key);
  if (known !== undefined) {
    return known;
  }
  const client = connect(options);
  clients.set(key, client);
  return client;
}
