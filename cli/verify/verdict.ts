import { admits } from "../../provider/schema";
import type { Phase, Seen } from "./login/seen";
import type { RecordedSecrets } from "./recorded-credentials";
import type { Row } from "./row";

/** What is known of a recorded credential's passwords. */
export interface Verdict {
  readonly inbound: "proven" | "refused" | "unknown";
  /** Only where an outbound password is recorded. */
  readonly outbound?: "proven" | "wrong proof" | "unknown";
  /** Why not all is proven, as a clause. */
  readonly reason?: string;
}

/** One login, and what REST said of the row after a refusal of the password: the row, or why it could not be read. */
export interface Attempt {
  readonly isMutual: boolean;
  readonly seen: Seen;
  readonly after?: Row | string;
}

/** All that a verdict is made of. */
export interface Evidence {
  readonly recorded: RecordedSecrets;
  /** The row before the first login, with which {@link beforeLogin} found nothing wrong. */
  readonly before: Row;
  /** Address of this machine that the logins came from. */
  readonly from: string;
  /** One or two. */
  readonly attempts: readonly Attempt[];
}

/** Asks for a second login that does not ask the array to prove itself. */
export const ONCE_MORE_ONE_WAY = "once more, one-way";

/** Status of a login whose password, or user, was wrong. */
const AUTHENTICATION_FAILED = "0201";

/** True where a login came to a refusal of the password, after which the row is read again. */
export function isPasswordRefused(seen: Seen): boolean {
  return seen.kind === "rejected" && seen.phase === "proof" && seen.status === AUTHENTICATION_FAILED;
}

/** What the logins and the row together say. */
export function verdictOf(evidence: Evidence): Verdict | typeof ONCE_MORE_ONE_WAY {
  const { recorded, before, attempts } = evidence;
  const last = attempts.at(-1);
  if (last === undefined) {
    throw new RangeError("there is no verdict without a login");
  }
  const { seen, isMutual } = last;
  if (seen.kind === "accepted") {
    return recorded.outbound === undefined ? { inbound: "proven" } : { inbound: "proven", ...outboundOf(last, before) };
  }
  if (!isPasswordRefused(seen)) {
    return unknownVerdict(recorded, reasonOf(seen));
  }
  const trouble = changedMeanwhile(evidence, last);
  if (trouble !== undefined) {
    return unknownVerdict(recorded, trouble);
  }
  if (isMutual) {
    return ONCE_MORE_ONE_WAY;
  }
  if (attempts.length > 1) {
    return unknownVerdict(
      recorded,
      "the array refused it with and without a demand for its own proof, which does not tell whether the inbound or the outbound password is the wrong one",
    );
  }
  return before.outboundUser === undefined
    ? { ...unknownVerdict(recorded, "the array refused the recorded password"), inbound: "refused" }
    : unknownVerdict(
        recorded,
        "the array refused it, but also has an outbound password, which is not recorded and which it may insist on proving",
      );
}

/** A verdict that tells nothing, with the reason. */
export function unknownVerdict({ outbound }: { readonly outbound: unknown }, reason: string): Verdict {
  return { inbound: "unknown", ...(outbound === undefined ? {} : { outbound: "unknown" as const }), reason };
}

function outboundOf({ isMutual, seen }: Attempt, before: Row): Pick<Verdict, "outbound" | "reason"> {
  if (!isMutual) {
    return {
      outbound: "unknown",
      reason:
        before.outboundUser === undefined
          ? "the array has no outbound password, so that it cannot prove itself"
          : "the array accepts the inbound password only without a demand for its own proof: its outbound password is not set or unusable",
    };
  }
  switch (seen.kind === "accepted" ? seen.outbound : undefined) {
    case "right":
      return { outbound: "proven" };
    case "wrong":
      return {
        outbound: "wrong proof",
        reason: "the array proved itself with another outbound password than the recorded one",
      };
    case "other user":
      return { outbound: "unknown", reason: "the array proved itself as another outbound user than the recorded one" };
    default:
      return { outbound: "unknown", reason: "the array did not prove itself" };
  }
}

/** Why a refusal says nothing about the password: the row is not the one that was read before. */
function changedMeanwhile({ before, from }: Evidence, { after }: Attempt): string | undefined {
  if (after === undefined || typeof after === "string") {
    return `the array refused it, and the row could not be read again: ${after ?? "it was not asked for"}`;
  }
  const isSame = after.type === before.type && after.inboundUser === before.inboundUser;
  return isSame && after.outboundUser === before.outboundUser && admits(after.addresses, from)
    ? undefined
    : "the array refused it, but its row changed at that moment; verify once more";
}

/** Why a login that came to this says nothing about the password. */
function reasonOf(seen: Exclude<Seen, { kind: "accepted" }>): string {
  switch (seen.kind) {
    case "open":
      return "the array asks this initiator for no password, although its row is of type chap";
    case "redirected":
      return `the array sends the initiator to another portal ${AFTER[seen.phase]}, which is never followed; give that portal with --portal`;
    case "rejected":
      return NOT_ADMITTED.has(seen.status) || (seen.status === AUTHENTICATION_FAILED && seen.phase === "greeting")
        ? `the array does not admit this initiator from here (login status ${seen.status} ${AFTER[seen.phase]})${HINTS[seen.status] ?? ""}`
        : `the login ended with status ${seen.status} ${AFTER[seen.phase]}`;
    case "unexpected":
      return `the portal gave an unexpected response ${AFTER[seen.phase]}: ${seen.what}`;
    case "silent":
      return `the portal gave no response ${AFTER[seen.phase]}`;
    case "closed":
      return `the portal closed the connection ${AFTER[seen.phase]}`;
    case "foreign":
      return `what the portal answered ${AFTER[seen.phase]} is not iSCSI`;
    case "unreachable":
      return `the portal could not be connected to: ${seen.reason}`;
  }
}

/** Statuses by which a target turns away an initiator, whatever its password; before CHAP so does that of a wrong one. */
const NOT_ADMITTED: ReadonlySet<string> = new Set(["0202", "0203"]);

const HINTS: Readonly<Record<string, string>> = {
  "0203": "; or the SVM's target has another name by now: pulumi refresh",
};

const AFTER: Readonly<Record<Phase, string>> = {
  greeting: "after the first request",
  algorithm: "after the request for a challenge",
  proof: "after the proof of the password",
};
