import type { Exchange } from "./call";
import type { CollectionKind } from "./collection";
import { type GetOptions, getInstance } from "./instance";
import { isWireCluster, type WireCluster } from "./wire/cluster";

const kind: CollectionKind<WireCluster> = { path: "/api/cluster", noun: "cluster", accepts: isWireCluster };

/** The cluster itself. An account of one SVM may be refused to read it (403, code 6). */
export interface Cluster {
  /** Name and version, or the fields asked for. */
  get(options?: GetOptions): Promise<WireCluster>;
}

export function cluster(exchange: Exchange): Cluster {
  return { get: (options) => getInstance(exchange, kind, [], options) };
}
