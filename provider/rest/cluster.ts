import { integer, object, text } from "../record/fields";
import { record } from "../record/record";
import type { WireOf } from "../record/types";
import type { Exchange } from "./call";
import { type GetOptions, getInstance } from "./instance";

const clusterRecord = record({
  path: "/api/cluster",
  noun: "cluster",
  doc: "The cluster itself.",
  source: '"cluster" in ONTAP\'s cluster document',
  keys: [],
  fields: {
    name: text({ doc: "Name of the cluster." }),
    version: object({
      doc: "Version of ONTAP, on a cluster of several nodes the lowest among them.",
      fields: {
        full: text({ doc: "As ONTAP writes it." }),
        generation: integer({ doc: "First number of the release.", always: true }),
        major: integer({ doc: "Second number of the release.", always: true }),
        minor: integer({ doc: "Third number of the release.", always: true }),
      },
    }),
  },
});

/** The cluster's name and version. A cluster of several nodes answers the lowest version among them. */
export type WireCluster = WireOf<typeof clusterRecord.fields>;

/** The cluster itself. An account of one SVM may be refused to read it (403, code 6). */
export interface Cluster {
  /** Name and version, or the fields asked for. */
  get(options?: GetOptions): Promise<WireCluster>;
}

export function cluster(exchange: Exchange): Cluster {
  return { get: (options) => getInstance(exchange, clusterRecord, [], options) };
}
