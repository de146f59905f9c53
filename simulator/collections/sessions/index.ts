import { svmFromPath } from "../../rules/svm-reference";
import { ApiError } from "../../wire/api-error";
import { invalidValue } from "../../wire/body-fields";
import type { Collection } from "../collection";
import { inScope, keyText } from "../collection";
import { SESSIONS_PATH, sessionRecord, sessionsSpec } from "./record";
import { sessionKey } from "./table";

/** `/protocols/san/iscsi/sessions`: read only, initiators log in and out through the control plane. */
export const sessions: Collection = {
  path: SESSIONS_PATH,
  spec: sessionsSpec,
  records: ({ cluster, scope }) =>
    inScope(cluster.store.sessions.rows(), scope).map((session) => sessionRecord(session, cluster.store)),
  find: ({ cluster, scope }, [uuid = "", portalGroup = "", tsih = ""]) => {
    const svm = svmFromPath(uuid, cluster.store, scope);
    if (!/^\d+$/.test(tsih)) {
      throw invalidValue("tsih", tsih, "an integer");
    }
    const session = cluster.store.sessions.get(sessionKey(svm.uuid, portalGroup, Number(tsih)));
    if (session === undefined) {
      throw new ApiError(404, "4", "entry doesn't exist", "tsih");
    }
    return sessionRecord(session, cluster.store);
  },
  keyOf: (record) => ["svm.uuid", "target_portal_group", "tsih"].map((name) => keyText(record, name)),
};
