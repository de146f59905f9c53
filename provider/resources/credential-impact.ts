import type { ObjectKey } from "../lifecycle/definition";
import type { PlannedChange } from "../lifecycle/planned-changes";
import type { Assessment, SessionImpact } from "../lifecycle/session-impact";
import { type OntapClient, OntapError, type WireIscsiCredential, type WireIscsiSession } from "../rest";
import { canonicalInitiator, DEFAULT_INITIATOR } from "../schema/initiator";
import { admits, admitsAll, type InitiatorAddress } from "../schema/initiator-address";
import { listOf } from "./credential-wire";
import type { IscsiCredentialsInputs } from "./iscsi-credentials";

/** What a row says of a login; a type that this package does not know is undefined. */
interface Rule {
  readonly type: IscsiCredentialsInputs["authenticationType"] | undefined;
  readonly list: InitiatorAddress | undefined;
}

/** What is planned for the SVM's credentials. */
type Planned = ReadonlyArray<PlannedChange<IscsiCredentialsInputs>>;

/**
 * Which sessions a change of a credential could bar at their next login, together with what else is planned on the SVM.
 * Nothing to look at where the change only rotates users and passwords, or lets more in than before. See
 * docs/session-guard.md for the derivation.
 */
export function credentialImpact(
  { svmUuid, name: initiator = "" }: ObjectKey,
  have: IscsiCredentialsInputs,
  want: IscsiCredentialsInputs | undefined,
  planned: Planned,
): readonly SessionImpact[] {
  const isDefault = initiator === DEFAULT_INITIATOR;
  if (want === undefined) {
    // Deleting the default row at most sets it to none; deleting a deny row lets in more than before.
    return isDefault || have.authenticationType === "deny"
      ? []
      : [
          {
            svmUuid,
            initiators: [initiator],
            judgedBy: "the default row",
            effect: "locked-out",
            assess: (ontap) => assessedByDefault(ontap, svmUuid, planned),
          },
        ];
  }
  if (!restrictsAccess(have, want)) {
    return [];
  }
  const rule = ruleOfInputs(want);
  return [
    {
      svmUuid,
      effect: "locked-out",
      ...(isDefault
        ? { assess: (ontap) => assessedWithoutOwnRow(ontap, svmUuid, rule, planned) }
        : { initiators: [initiator], assess: async () => (session) => lockedOut(rule, session) }),
    },
  ];
}

/** What a change lets in that was kept out before. */
export function widenedAccess(have: IscsiCredentialsInputs, want: IscsiCredentialsInputs): string | undefined {
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

function who({ initiator }: IscsiCredentialsInputs): string {
  return initiator === DEFAULT_INITIATOR ? "every initiator without a credential of its own" : initiator;
}

function restrictsAccess(have: IscsiCredentialsInputs, want: IscsiCredentialsInputs): boolean {
  if (have.authenticationType === "deny") {
    return false;
  }
  const stricter =
    want.authenticationType === "deny" || (have.authenticationType === "none" && want.authenticationType === "chap");
  return stricter || !admitsAll(want.initiatorAddress, have.initiatorAddress);
}

/** The row goes, so the default row decides: as it stands, and as it is to become in the same run. */
async function assessedByDefault(ontap: OntapClient, svmUuid: string, planned: Planned): Promise<Assessment> {
  const fallback = await ontap.iscsiCredentials.get(svmUuid, DEFAULT_INITIATOR, { fields: DECIDING_FIELDS });
  const changed = planned.flatMap(({ key, want }) =>
    key.name === DEFAULT_INITIATOR && want !== undefined ? [ruleOfInputs(want)] : [],
  );
  const rules = [ruleOfRow(fallback), ...changed];
  return (session) => {
    const why = rules.map((rule) => lockedOut(rule, session)).find((reason) => reason !== undefined);
    return why === undefined ? undefined : `the default credential would apply: ${why}`;
  };
}

/**
 * The default row changes, so who has no row of its own, or is to lose it in the same run, is judged by it. Who gets one
 * before, without which the default row stays, is judged by that.
 */
async function assessedWithoutOwnRow(
  ontap: OntapClient,
  svmUuid: string,
  rule: Rule,
  planned: Planned,
): Promise<Assessment> {
  const rows = await ontap.iscsiCredentials.list({ query: { "svm.uuid": svmUuid } });
  const owners = new Set(rows.map(({ initiator }) => canonicalInitiator(initiator)));
  const newRules = new Map<string, Rule>();
  if (!owners.has(DEFAULT_INITIATOR)) {
    throw new OntapError({
      code: "incomplete",
      operation: `list the iSCSI credentials of the SVM ${svmUuid}`,
      reason: "the default credential, which every service has, is not among them, so others may be missing too",
      hint: "Try again.",
    });
  }
  for (const { key, want, precedes } of planned) {
    const initiator = canonicalInitiator(key.name ?? "");
    if (want === undefined) {
      owners.delete(initiator);
    } else if (precedes === DEFAULT_INITIATOR) {
      newRules.set(initiator, ruleOfInputs(want));
    }
  }
  return (session) => {
    const initiator = canonicalInitiator(session.initiator?.name ?? "");
    if (owners.has(initiator)) {
      return undefined;
    }
    const newRule = newRules.get(initiator);
    const why = lockedOut(newRule ?? rule, session);
    return why === undefined || newRule === undefined ? why : `its new credential would apply: ${why}`;
  };
}

const DECIDING_FIELDS = ["authentication_type", "initiator_address"] as const;

function ruleOfInputs({ authenticationType, initiatorAddress }: IscsiCredentialsInputs): Rule {
  return { type: authenticationType, list: initiatorAddress };
}

function ruleOfRow(row: WireIscsiCredential): Rule {
  const type = row.authentication_type?.toLowerCase();
  return { type: type === "chap" || type === "none" || type === "deny" ? type : undefined, list: listOf(row) };
}

/** What a session does not show is taken for what would lock it out: what cannot be seen is not safe. */
function lockedOut({ type, list }: Rule, session: WireIscsiSession): string | undefined {
  if (type === "deny") {
    return "its next login would be denied";
  }
  if (type === undefined) {
    return "what its next login would need could not be determined";
  }
  const connections = session.connections ?? [];
  if (list !== undefined || type === "chap") {
    if (connections.length === 0) {
      return "ONTAP shows no connection of it, so it is not known whether its next login would succeed";
    }
  }
  const addresses = connections.map(({ initiator_address: from }) => from?.address);
  const outside = addresses.filter((address) => !admits(list, address ?? ""));
  if (outside.length > 0) {
    const shown = [...new Set(outside.map((address) => address ?? "(not shown by ONTAP)"))].join(", ");
    return `its address ${shown} would not be in the list of allowed addresses`;
  }
  if (type !== "chap") {
    return undefined;
  }
  const used = connections.map(({ authentication_type: shown }) => shown?.toLowerCase());
  if (used.includes("none")) {
    return "it logged in without CHAP, which would be required";
  }
  return used.every((shown) => shown === "chap")
    ? undefined
    : "ONTAP does not show whether it logged in with CHAP, which would be required";
}
