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
  const byInitiator = groupedByInitiator(all);
  const assessments = new Map<string | SessionImpact, Promise<Assessment>>();
  const looked = impacts.map(async (impact): Promise<readonly LookedAt[]> => {
    // Of the only impact every session, since ONTAP chose them; of several those of their own initiators.
    const names = impacts.length === 1 ? undefined : impact.initiators;
    const sessions =
      names === undefined
        ? all
        : [...new Set(names.map(canonicalInitiator))].flatMap((name) => byInitiator.get(name) ?? []);
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

function groupedByInitiator(all: readonly WireIscsiSession[]): ReadonlyMap<string, readonly WireIscsiSession[]> {
  const groups = new Map<string, WireIscsiSession[]>();
  for (const session of all) {
    const name = canonicalInitiator(session.initiator?.name ?? "");
    const group = groups.get(name) ?? [];
    group.push(session);
    groups.set(name, group);
  }
  return groups;
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
