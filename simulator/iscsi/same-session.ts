import { isidText } from "../rules/new-session";
import type { Store } from "../state/store";
import type { Identity } from "./identity";
import { LoginRefusal } from "./login-refusal";
import type { LoginRequest } from "./login-request";

/** Throws LoginRefusal for a login that wants to join a session: sessions have one connection here. */
export function refuseSecondConnection(
  { target, initiator }: Identity,
  { tsih }: Pick<LoginRequest, "tsih">,
  store: Store,
): void {
  if (tsih === 0) {
    return;
  }
  const svm = target?.service.svm.uuid;
  const isKnown = store.sessions
    .added()
    .some((row) => row.svm.uuid === svm && row.tsih === tsih && row.initiator?.name === initiator);
  throw isKnown
    ? new LoginRefusal("0206", "a session has one connection")
    : new LoginRefusal("020a", "there is no session of that handle");
}

/**
 * Ends the session of the same initiator, ISID and portal group, which a new login takes the place of.
 * Source: RFC 7143, 6.3.5.
 */
export function endSameSession(
  { target, initiator }: Identity,
  { isid }: Pick<LoginRequest, "isid">,
  store: Store,
): void {
  if (target === undefined) {
    return;
  }
  const { svm, name } = target.portal;
  const text = isidText(isid);
  store.sessions.remove(
    (row) =>
      row.svm.uuid === svm.uuid &&
      row.targetPortalGroup === name &&
      row.initiator?.name === initiator &&
      row.isid.toLowerCase() === text,
  );
}
