import type { ObjectKey, Removal } from "../lifecycle/definition";
import { verifiedWrite } from "../lifecycle/verified-write";
import type { OntapClient } from "../rest";
import { NO_CREDENTIAL, NO_ENTRY, NO_SERVICE } from "../rest/codes";
import { DEFAULT_INITIATOR } from "../schema/initiator";
import type { IscsiCredentialsInputs } from "./iscsi-credentials";

/** ONTAP's codes that say of a credential that it does not exist. */
export const CREDENTIAL_GONE = [NO_CREDENTIAL, NO_SERVICE, NO_ENTRY] as const;

/** The row that a removal leaves where the program says so; none of `default`, which nobody can remove. */
export function deniedRow({ chap: _chap, ...row }: IscsiCredentialsInputs): IscsiCredentialsInputs | undefined {
  return row.onRemove === "deny" && row.initiator !== DEFAULT_INITIATOR
    ? { ...row, authenticationType: "deny" }
    : undefined;
}

/**
 * Deletes the row, or denies every login by it where it is to be left so. ONTAP keeps the `default` row: it goes back to
 * `none` only if it was `none` when it was taken over.
 */
export async function removeCredential(
  ontap: OntapClient,
  { svmUuid, name: initiator = "" }: ObjectKey,
  have: IscsiCredentialsInputs,
  { adoptedFrom, goesWithAnother, left, guard, warn }: Removal<IscsiCredentialsInputs>,
): Promise<void> {
  const get = () => ontap.iscsiCredentials.get(svmUuid, initiator, { fields: ["authentication_type"] });
  const setTo = (type: IscsiCredentialsInputs["authenticationType"]) =>
    verifiedWrite(
      () => ontap.iscsiCredentials.update(svmUuid, initiator, { authentication_type: type }),
      async () => (await get()).authentication_type?.toLowerCase() === type,
      CREDENTIAL_GONE,
    );
  if (initiator !== DEFAULT_INITIATOR) {
    await guard(have);
    if (left !== undefined) {
      return setTo(left.authenticationType);
    }
    return verifiedWrite(
      () => ontap.iscsiCredentials.delete(svmUuid, initiator),
      // Where it is gone this GET says so by its code, which is treated as deleted.
      () => get().then(() => false),
      CREDENTIAL_GONE,
    );
  }
  if (goesWithAnother) {
    // ONTAP deletes the row with the service; opening it for the time until then would let everybody in.
    return;
  }
  if (adoptedFrom !== "none") {
    warn(
      `it cannot be deleted and stays as it is (${have.authenticationType}), since it was ${adoptedFrom ?? "there"} before`,
    );
    return;
  }
  if ((await get()).authentication_type !== "none") {
    await setTo("none");
  }
}
