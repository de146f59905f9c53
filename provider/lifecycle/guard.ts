import { isApiError, type OntapClient, OntapError, type WireIscsiSession } from "../rest";
import { SVM_UNKNOWN } from "../rest/codes";
import type { Assessment, SessionImpact } from "./session-impact";
import { lookAtSessions } from "./sessions-looked-at";

const MOST_NAMED = 20;

/**
 * Refuses a change that would hit live sessions: looks at them (one GET; one more where something else decides) and
 * throws `guarded`, naming each session that would be hit. Throws `guarded` too where it cannot look. `allowance` says
 * how the user can allow the change all the same.
 */
export async function guard(
  ontap: OntapClient,
  operation: string,
  impacts: readonly SessionImpact[],
  allowance = "set forceDisconnect: true",
): Promise<void> {
  const looked = await lookAtSessions(ontap, impacts).catch((cause: unknown) => {
    if (isApiError(cause, SVM_UNKNOWN)) {
      // Whoever asked decides what an SVM means that the array does not know.
      throw cause;
    }
    throw new OntapError({
      code: "guarded",
      operation,
      reason: `it could hit live sessions, and these could not be looked at: ${cause instanceof Error ? cause.message : "unknown error"}`,
      hint: `${whatWasChanged(ontap)} To go ahead without looking, ${allowance}.`,
      shared: cause instanceof OntapError ? cause.shared : undefined,
      cause,
    });
  });
  const hits = looked.flatMap(({ impact, sessions, why }) => hitsOf(impact, sessions, why));
  if (hits.length === 0) {
    return;
  }
  const many = hits.length === 1 ? "1 live session" : `${hits.length} live sessions`;
  const fate = hits.some(({ effect }) => effect === "cut")
    ? "would be cut now"
    : "would be locked out at the next login";
  throw new OntapError({
    code: "guarded",
    operation,
    reason: `${many} ${fate}:\n${[...hits.slice(0, MOST_NAMED).map(line), ...rest(hits.length)].join("\n")}\n`,
    hint: `${whatWasChanged(ontap)} Log these hosts out first, or, to go ahead, ${allowance}.`,
  });
}

/** What a refusal may say of the array's state: a run may have changed other objects before it. */
export function whatWasChanged(ontap: OntapClient): string {
  return ontap.mayHaveChanged()
    ? "This change was not sent; what this run had changed on the array before stays changed."
    : "Nothing was changed on this array.";
}

interface Hit {
  readonly session: WireIscsiSession;
  readonly effect: SessionImpact["effect"];
  readonly part: string | undefined;
  readonly why: string;
}

function hitsOf(
  { effect, part }: SessionImpact,
  sessions: readonly WireIscsiSession[],
  why: Assessment,
): readonly Hit[] {
  return sessions.flatMap((session) => {
    const reason = why(session);
    return reason === undefined ? [] : [{ session, why: reason, effect, part }];
  });
}

function line({ session, why, part }: Hit): string {
  const initiator = session.initiator?.name ?? "an initiator that ONTAP does not name";
  const from = (session.connections ?? []).map((connection) => connection.initiator_address?.address ?? "?");
  const igroups = (session.igroups ?? []).map((igroup) => igroup.name ?? igroup.uuid ?? "?");
  return [
    `  - ${initiator}`,
    from.length === 0 ? "" : ` from ${[...new Set(from)].join(", ")}`,
    ` on portal group ${session.target_portal_group}`,
    igroups.length === 0 ? "" : ` (igroups ${igroups.join(", ")})`,
    ...(part === undefined || part === session.initiator?.name ? [] : [`, by the change of ${part}`]),
    `: ${why}`,
  ].join("");
}

function rest(count: number): readonly string[] {
  return count > MOST_NAMED ? [`  - and ${count - MOST_NAMED} more`] : [];
}
