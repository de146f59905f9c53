import type { Removal, StandIn } from "../lifecycle/definition";
import { DEFAULT_INITIATOR } from "../schema/initiator";
import type { IscsiCredentialsInputs } from "./iscsi-credentials";

/** What the removal of a credential means, where that does not depend on the `default` row. */
export function credentialDeletionNote(
  { initiator, authenticationType: type }: IscsiCredentialsInputs,
  { adoptedFrom, left }: Pick<Removal<IscsiCredentialsInputs>, "adoptedFrom" | "left">,
): string | undefined {
  if (left !== undefined) {
    return "its row stays on the array and denies every login (onRemove), as do the rows of others removed with it; no stack owns them any more";
  }
  if (initiator === DEFAULT_INITIATOR) {
    return adoptedFrom === "none" && type !== "none"
      ? "it goes back to none, which lets in every initiator without a credential of its own"
      : undefined;
  }
  // No row can let in more than this one did, so what `default` is need not be asked for.
  return type === "none"
    ? "the SVM's `default` row decides about this initiator from now on. The same holds for others deleted with it"
    : undefined;
}

/** The row that decides for every initiator without one of its own. */
export const defaultRow: StandIn<IscsiCredentialsInputs> = {
  keyFor: ({ svmUuid, name }) => (name === DEFAULT_INITIATOR ? undefined : { svmUuid, name: DEFAULT_INITIATOR }),
  says(row) {
    const others = "The same holds for others deleted with it";
    switch (row?.authenticationType) {
      case "none":
        return `\`default\` is none: this initiator may then log in without a password. ${others}`;
      case "chap":
        return `\`default\` is chap: this initiator may then log in with the user and password of that row. ${others}`;
      case "deny":
        return `\`default\` is deny: this initiator may then no longer log in. ${others}`;
      case undefined:
        return `the SVM's \`default\` row decides about this initiator from now on; it could not be read. ${others}`;
    }
  },
};
