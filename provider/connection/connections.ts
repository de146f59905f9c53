import { type ConnectionOptions, connect, type OntapClient } from "../rest";
import { type ConfigLookup, type Environment, resolveCluster } from "./resolve";

/** The arrays that a program, a provider process or a command talks to, by the `cluster` argument. */
export interface Connections {
  /**
   * The client of a cluster; of the unnamed one without an argument. One client per connection and process, so that
   * its limit of requests in flight holds for all who use it. Throws `configuration`.
   */
  client(cluster?: string): OntapClient;
  /** Whether a preview with a planned change probes that cluster first. Throws `configuration`. */
  isProbed(cluster?: string): boolean;
}

const clients = new Map<string, OntapClient>();

/** Connections from the configuration and the environment. Nothing is resolved before it is asked for. */
export function connectionsFrom(config: ConfigLookup, env: Environment): Connections {
  return {
    client: (cluster) => clientFor(resolveCluster(config, env, cluster).connection),
    isProbed: (cluster) => resolveCluster(config, env, cluster).probe,
  };
}

function clientFor(options: ConnectionOptions): OntapClient {
  const key = JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = clients.get(key);
  if (known !== undefined) {
    return known;
  }
  const client = connect(options);
  clients.set(key, client);
  return client;
}
