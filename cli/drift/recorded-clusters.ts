import type { Connections } from "../../provider/connection";
import type { OntapClient } from "../../provider/rest";
import type { RecordedResource } from "../stack/recorded";

/** A cluster on which a state has objects, with those that are to be compared. */
export interface RecordedCluster {
  /** `null` for the cluster without a name. */
  readonly cluster: string | null;
  readonly ontap: OntapClient;
  readonly managed: readonly RecordedResource[];
  /** UUIDs of the SVMs that have one of them. */
  readonly svmUuids: ReadonlySet<string>;
}

/**
 * The recorded resources that are managed, by cluster. Sends nothing. Throws `configuration` for a malformed id, and for
 * a cluster that cannot be connected to.
 */
export function recordedClusters(
  resources: readonly RecordedResource[],
  connections: Connections,
): readonly RecordedCluster[] {
  const managed = resources.filter((resource) => resource.managed);
  const svmUuids = new Map(managed.map(({ urn, kind, id }) => [urn, kind.svmUuid(id)]));
  return [...new Set(managed.map(({ cluster }) => cluster))].map((cluster) => {
    const here = managed.filter((resource) => resource.cluster === cluster);
    return {
      cluster: cluster ?? null,
      ontap: connections.client(cluster),
      managed: here,
      svmUuids: new Set(here.flatMap(({ urn }) => svmUuids.get(urn) ?? [])),
    };
  });
}
