import { type OntapClient, query, type WireIscsiSession } from "../rest";
import { canonicalInitiator, isEui } from "../schema/initiator";
import type { Assessment, SessionImpact } from "./session-impact";

/** For more initiators than these, all sessions of the SVM are listed: so many names fit into no URL. */
const MOST_ASKED_BY_NAME = 20;

/** Which sessions an impact could hit, and how to judge each. */
export interface LookedAt {
  readonly impact: SessionImpact;
  readonly sessions: readonly WireIscsiSession[];
  readonly why: Assessment;
}

/**
 * Looks at the sessions that a change could hit: one GET for each SVM, and one more where something else decides.
 * Impacts without sessions are left out.
 */
export async function lookAtSessions(
  ontap: OntapClient,
  impacts: readonly SessionImpact[],
): Promise<readonly LookedAt[]> {
  const svms = [...new Set(impacts.map(({ svmUuid }) => svmUuid))];
  const looks = svms.map((svmUuid) =>
    lookOn(
      ontap,
      svmUuid,
      impacts.filter((impact) => impact.svmUuid === svmUuid),
    ),
  );
  return (await Promise.all(looks)).flat();
}

async function lookOn(
  ontap: OntapClient,
  svmUuid: string,
  impacts: readonly SessionImpact[],
): Promise<readonly LookedAt[]> {
  const all = await ontap.iscsiSessions.list({
    query: { "svm.uuid": svmUuid, ...namesAsked(impacts) },
    fields: ["initiator", "connections", "igroups"],
  });
  const assessments = new Map<string | SessionImpact, Promise<Assessment>>();
  const looked = impacts.map(async (impact): Promise<readonly LookedAt[]> => {
    const sessions = sessionsOf(all, impact.initiators, impacts.length);
    if (sessions.length === 0) {
      return [];
    }
    const judge = impact.judgedBy ?? impact;
    const assessed = assessments.get(judge) ?? impact.assess(ontap);
    assessments.set(judge, assessed);
    return [{ impact, sessions, why: await assessed }];
  });
  return (await Promise.all(looked)).flat();
}

/** Of the only impact every session, since ONTAP chose them; of several those of their own initiators. */
function sessionsOf(
  all: readonly WireIscsiSession[],
  initiators: readonly string[] | undefined,
  impacts: number,
): readonly WireIscsiSession[] {
  if (initiators === undefined || impacts === 1) {
    return all;
  }
  const names = new Set(initiators.map(canonicalInitiator));
  return all.filter(({ initiator }) => names.has(canonicalInitiator(initiator?.name ?? "")));
}

/** Filters by name; none where some impact is on every initiator, or there are too many names. ONTAP may write an EUI in either case. */
function namesAsked(impacts: readonly SessionImpact[]): { readonly "initiator.name"?: ReturnType<typeof query.anyOf> } {
  const names = impacts.flatMap(({ initiators }) => initiators ?? []);
  const isOfAll = impacts.some(({ initiators }) => initiators === undefined);
  const [first, ...others] = [...new Set(names.flatMap(notations))];
  return isOfAll || first === undefined || names.length > MOST_ASKED_BY_NAME
    ? {}
    : { "initiator.name": query.anyOf(first, ...others) };
}

function notations(name: string): readonly string[] {
  return isEui(name) ? [name, name.toLowerCase(), `eui.${name.slice("eui.".length).toUpperCase()}`] : [name];
}
