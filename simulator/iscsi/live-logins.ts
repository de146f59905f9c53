import { type Session, sessionKey } from "../collections/sessions/table";
import type { Store } from "../state/store";

/** The connections of initiators that are logged in at the iSCSI port, by their sessions. */
export class LiveLogins {
  readonly #connections = new Map<Session, () => void>();

  /** @param cut ends the connection that carries the session. */
  add(session: Session, cut: () => void): void {
    this.#connections.set(session, cut);
  }

  /** The connection of a session has ended, and with it the session. */
  end(session: Session, store: Store): void {
    this.#connections.delete(session);
    if (isListed(session, store)) {
      store.sessions.delete(keyOf(session));
    }
  }

  /** Cuts the connections whose sessions are listed no more; to be called after whatever can have ended a session. */
  cutEnded(store: Store): void {
    for (const [session, cut] of this.#connections) {
      if (!isListed(session, store)) {
        this.#connections.delete(session);
        cut();
      }
    }
  }
}

/** False also for another session of the same handle, which a replaced state can hold. */
function isListed(session: Session, store: Store): boolean {
  return store.sessions.get(keyOf(session)) === session;
}

function keyOf({ svm, targetPortalGroup, tsih }: Session): string {
  return sessionKey(svm.uuid, targetPortalGroup, tsih);
}
