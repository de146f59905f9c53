import type { Connections } from "../../provider/connection";
import { type OntapClient, OntapError, query, type WireIscsiSession } from "../../provider/rest";
import type { RecordedResource } from "../stack/recorded";
import { hostsOf, unknownHosts } from "./hosts";
import { recordedHosts, type Wanted } from "./recorded-hosts";
import { type Findings, findingsOf, type UnreachableCluster } from "./report";

/** What to look at. */
export interface Question extends Wanted {
  /** What the stack records; `undefined` without a stack: every SVM of the cluster that the environment names. */
  readonly resources: readonly RecordedResource[] | undefined;
  readonly connections: Connections;
  /** Fewest paths that a host of the stack may have. */
  readonly minPaths: number | undefined;
}

/** Up to so many SVMs are named in the request; for more, all sessions are listed. */
const MOST_NAMED_SVMS = 40;

const FIELDS = ["initiator", "igroups", "connections"];

/**
 * The sessions on the SVMs of a stack's resources, by host: one list per cluster. Throws `configuration`; all other
 * trouble with a cluster makes its hosts unknown.
 */
export async function lookAtSessions(question: Question): Promise<Findings> {
  const { resources, connections, minPaths = null } = question;
  const managed = resources?.filter((resource) => resource.managed);
  const clients = clustersOf(resources).map((cluster) => [cluster, connections.client(cluster)] as const);
  const parts = await Promise.all(
    clients.map(async ([cluster, ontap]) => {
      const here = managed?.filter((resource) => resource.cluster === cluster);
      const svmUuids = here && new Set(here.map(({ kind, id }) => kind.svmUuid(id).toLowerCase()));
      const recorded = recordedHosts(here ?? [], question);
      const sessions = await sessionsOn(ontap, svmUuids, question);
      return sessions instanceof OntapError
        ? {
            hosts: unknownHosts(recorded, cluster ?? null),
            unreachable: [unreachable(cluster ?? null, sessions)],
          }
        : {
            hosts: hostsOf(recorded, sessions, { cluster: cluster ?? null, minPaths }),
            unreachable: [],
          };
    }),
  );
  return findingsOf(
    parts.flatMap(({ hosts }) => hosts),
    parts.flatMap(({ unreachable }) => unreachable),
    minPaths,
  );
}

/** The clusters that a look asks: those of the stack's resources; without a stack the one without a name. */
export function clustersOf(resources: readonly RecordedResource[] | undefined): ReadonlyArray<string | undefined> {
  const managed = resources?.filter((resource) => resource.managed);
  return managed === undefined ? [undefined] : [...new Set(managed.map(({ cluster }) => cluster))];
}

function unreachable(cluster: string | null, { message, status }: OntapError): UnreachableCluster {
  return { cluster, reason: message, httpStatus: status ?? null };
}

async function sessionsOn(
  ontap: OntapClient,
  svmUuids: ReadonlySet<string> | undefined,
  { svm, initiator }: Wanted,
): Promise<readonly WireIscsiSession[] | OntapError> {
  const [first, ...more] = svmUuids ?? [];
  try {
    const sessions = await ontap.iscsiSessions.list({
      query: {
        ...(first !== undefined && more.length < MOST_NAMED_SVMS && { "svm.uuid": query.anyOf(first, ...more) }),
        ...(svm && { "svm.name": query.raw(svm.text) }),
        ...(initiator && { "initiator.name": query.raw(initiator.text) }),
      },
      fields: FIELDS,
    });
    return sessions.filter((session) => svmUuids?.has(session.svm.uuid.toLowerCase()) ?? true);
  } catch (error) {
    if (error instanceof OntapError && error.code !== "configuration") {
      return error;
    }
    throw error;
  }
}
