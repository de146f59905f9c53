import { svmFromPath } from "../../rules/svm-reference";
import { sessionKey } from "../../state/store";
import { ApiError } from "../../wire/api-error";
import { invalidValue } from "../../wire/body-fields";
import type { Collection } from "../collection";
import { keyText } from "../record-keys";
import { inScope } from "../scope";
import { sessionRecord } from "./record";
import { sessionsPath, sessionsSpec } from "./spec";

/** `/protocols/san/iscsi/sessions`: read only, initiators log in and out through the control plane. */
export const sessions: Collection = {
  path: sessionsPath,
  spec: sessionsSpec,
  records: ({ cluster: world, scope }) =>
    inScope(world.store.sessions.rows(), scope).map((session) => sessionRecord(session, world.store)),
  find: ({ cluster: world, scope }, [uuid = "", portalGroup = "", tsih = ""]) => {
    const svm = svmFromPath(uuid, world.store, scope);
    if (!/^\d+$/.test(tsih)) throw invalidValue("tsih", tsih, "an integer");
    const session = world.store.sessions.get(sessionKey(svm.uuid, portalGroup, Number(tsih)));
    if (session === undefined) throw new ApiError(404, "4", "entry doesn't exist", "tsih");
    return sessionRecord(session, world.store);
  },
  keyOf: (record) => ["svm.uuid", "target_portal_group", "tsih"].map((name) => keyText(record, name)),
};
