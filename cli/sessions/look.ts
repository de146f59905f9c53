import { type OntapClient, OntapError, query, type WireIscsiSession } from "../../provider/rest";
import type { RecordedArray, UnknownPlace } from "../stack/arrays";
import { DEFAULT_PLACE, placeOf } from "../stack/place";
import { hostsOf, unknownHosts } from "./hosts";
import { recordedHosts, type Wanted } from "./recorded-hosts";
import { type Findings, findingsOf } from "./report";

/** An array whose sessions are looked at. */
export interface LookedAt extends Pick<RecordedArray, "ontap" | "places"> {
  /** The SVMs; undefined for all. */
  readonly svms: RecordedArray["svms"] | undefined;
}

/** What to look at. */
export interface Question extends Wanted {
  readonly arrays: readonly LookedAt[];
  /** What the stack records on arrays that cannot be told. */
  readonly unknown: readonly UnknownPlace[];
  /** Fewest paths that a host of the stack may have. */
  readonly minPaths: number | undefined;
}

/** Up to so many SVMs are named in the request; for more, all sessions are listed. */
const MOST_NAMED_SVMS = 40;

const FIELDS = ["initiator", "igroups", "connections"];

/**
 * The sessions on the SVMs of a stack's resources, by host: one list per array. Throws `configuration`; all other
 * trouble with an array makes its hosts unknown.
 */
export async function lookAtSessions(question: Question): Promise<Findings> {
  const { arrays, unknown, minPaths = null } = question;
  const places = [...arrays.flatMap((array) => array.places), ...unknown];
  const recorded = new Map(places.map((place) => [place, recordedHosts(place.managed, question)]));
  const inStack = new Set([...recorded.values()].flat().map(({ key }) => key));
  const parts = await Promise.all(
    arrays.map(async ({ ontap, places: here, svms }) => {
      const hosts = here.flatMap((place) => recorded.get(place) ?? []);
      const bySvm = svms && new Map([...svms].map(([uuid, resource]) => [uuid.toLowerCase(), placeOf(resource)]));
      const sessions = await sessionsOn(ontap, bySvm && new Set(bySvm.keys()), question);
      if (sessions instanceof OntapError) {
        const { message: reason, status: httpStatus = null } = sessions;
        return {
          hosts: unknownHosts(hosts),
          unreachable: here.map(({ place }) => ({ ...place, reason, httpStatus })),
        };
      }
      const placeOfSvm = (uuid: string) => bySvm?.get(uuid.toLowerCase()) ?? DEFAULT_PLACE;
      return { hosts: hostsOf(hosts, sessions, { inStack, placeOfSvm, minPaths }), unreachable: [] };
    }),
  );
  return findingsOf(
    [...parts.flatMap(({ hosts }) => hosts), ...unknown.flatMap((place) => unknownHosts(recorded.get(place) ?? []))],
    [
      ...parts.flatMap(({ unreachable }) => unreachable),
      ...unknown.map(({ place, cause }) => ({ ...place, reason: cause.message, httpStatus: null })),
    ],
    minPaths,
  );
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
