import type { Concern, DecidingRows } from "../lifecycle/concern";
import type { ObjectKey } from "../lifecycle/definition";
import type { WireIscsiSession } from "../rest";
import { DEFAULT_INITIATOR } from "../schema/initiator";
import { admits, admitsAll, type InitiatorAddress } from "../schema/initiator-address";
import type { AuthenticationType, IscsiCredentialsInputs } from "../schema/iscsi-credentials";
import { listOf, typeOf } from "./credential-wire";

/** What a row says of a login. */
interface Rule {
  readonly type: AuthenticationType;
  readonly list: InitiatorAddress | undefined;
}

/**
 * Which sessions a change of a credential could bar at their next login. Nothing to look at where the change only
 * rotates users and passwords, or lets more in than before. See docs/session-guard.md for the derivation.
 */
export function credentialConcern(
  { svmUuid, initiator = "" }: ObjectKey,
  have: IscsiCredentialsInputs,
  want: IscsiCredentialsInputs | undefined,
): Concern | undefined {
  const isDefault = initiator === DEFAULT_INITIATOR;
  if (want === undefined) {
    // Deleting the default row at most sets it to none; deleting a deny row lets in more than before.
    return isDefault || have.authenticationType === "deny"
      ? undefined
      : {
          svmUuid,
          initiator,
          effect: "barred",
          needsRows: true,
          judge: (session, { fallback }) =>
            fallback === undefined
              ? undefined
              : because(
                  "the default credential would apply",
                  barred({ type: typeOf(fallback.authentication_type), list: listOf(fallback) }, session),
                ),
        };
  }
  if (!tightens(have, want)) {
    return undefined;
  }
  const rule: Rule = { type: want.authenticationType, list: want.initiatorAddress };
  return {
    svmUuid,
    ...(isDefault ? {} : { initiator }),
    effect: "barred",
    needsRows: isDefault,
    judge: (session, rows) => (isDefault && hasOwnRow(session, rows) ? undefined : barred(rule, session)),
  };
}

/** What a change lets in that was kept out before. */
export function loosening(have: IscsiCredentialsInputs, want: IscsiCredentialsInputs): string | undefined {
  if (have.authenticationType !== "none" && want.authenticationType === "none") {
    return `this opens the SVM's LUNs to ${who(want)} without a password (${have.authenticationType} becomes none)`;
  }
  if (have.authenticationType === "deny" && want.authenticationType === "chap") {
    return `this lets ${who(want)} log in, who was denied before`;
  }
  return admitsAll(have.initiatorAddress, want.initiatorAddress)
    ? undefined
    : `this lets ${who(want)} log in from addresses that were not allowed before`;
}

/** What a deletion lets in that was kept out before, as far as that can be told without reading the default row. */
export function looseningByDeletion(
  { initiator, authenticationType: type }: IscsiCredentialsInputs,
  takenOver: string | undefined,
): string | undefined {
  if (initiator === DEFAULT_INITIATOR) {
    return takenOver === "none" && type !== "none"
      ? `it goes back to none, which lets in every initiator without a credential of its own`
      : undefined;
  }
  return type === "none"
    ? undefined
    : "from now on the default credential of the SVM decides, for this one and others deleted with it";
}

function who({ initiator }: IscsiCredentialsInputs): string {
  return initiator === DEFAULT_INITIATOR ? "every initiator without a credential of its own" : initiator;
}

function tightens(have: IscsiCredentialsInputs, want: IscsiCredentialsInputs): boolean {
  if (have.authenticationType === "deny") {
    return false;
  }
  const stricter =
    want.authenticationType === "deny" || (have.authenticationType === "none" && want.authenticationType === "chap");
  return stricter || !admitsAll(want.initiatorAddress, have.initiatorAddress);
}

function hasOwnRow(session: WireIscsiSession, { initiators }: DecidingRows): boolean {
  const name = session.initiator?.name;
  return typeof name === "string" && initiators.has(name);
}

function barred({ type, list }: Rule, session: WireIscsiSession): string | undefined {
  if (type === "deny") {
    return "its next login would be denied";
  }
  const connections = session.connections ?? [];
  const outside = connections
    .map(({ initiator_address: from }) => from?.address ?? "")
    .filter((from) => !admits(list, from));
  if (outside.length > 0) {
    return `its address ${outside.join(", ")} would not be in the list of allowed addresses`;
  }
  return type === "chap" && connections.some(({ authentication_type: used }) => used === "none")
    ? "it logged in without CHAP, which would be required"
    : undefined;
}

function because(reason: string, verdict: string | undefined): string | undefined {
  return verdict === undefined ? undefined : `${reason}: ${verdict}`;
}
