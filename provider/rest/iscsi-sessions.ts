import type { Exchange } from "./call";
import { type Collection, type CollectionKind, collectionOf } from "./collection";
import { type GetOptions, getInstance } from "./instance";
import { isWireIscsiSession, type WireIscsiSession } from "./wire/iscsi-session";

const kind: CollectionKind<WireIscsiSession> = {
  path: "/api/protocols/san/iscsi/sessions",
  noun: "iSCSI session",
  accepts: isWireIscsiSession,
};

/**
 * Initiators that are logged in, keyed by SVM, target portal group and TSIH. ONTAP only lets one read them; they end
 * when the initiator logs out or the service is disabled. Source: the iSCSI sessions document.
 */
export interface IscsiSessions extends Collection<WireIscsiSession> {
  /** Throws `api-error` with code 4 where there is no such session. */
  get(svmUuid: string, targetPortalGroup: string, tsih: number, options?: GetOptions): Promise<WireIscsiSession>;
}

export function iscsiSessions(exchange: Exchange): IscsiSessions {
  return {
    ...collectionOf(exchange, kind),
    get: (svmUuid, group, tsih, options) => getInstance(exchange, kind, [svmUuid, group, tsih], options),
  };
}
