import type { InputReader } from "../../input/reader";
import { stableUuid } from "../../state/names";
import type { Store } from "../../state/store";
import type { WireRecord } from "../../wire/json";
import { svmOf } from "../svms/fixture";
import type { Svm } from "../svms/table";
import { sessionRecord } from "./record";
import { type Connection, type Session, sessionKey } from "./table";

const sessionFields = [
  "svm",
  "target_portal_group",
  "tsih",
  "initiator",
  "isid",
  "target_portal_group_tag",
  "connections",
  "igroups",
] as const;

/** Reads `sessions` in the form in which a GET shows them. They are taken as they are: their login is not checked. */
export function readSessions(top: InputReader, store: Store): void {
  for (const entry of top.objects("sessions", sessionFields)) {
    const svm = svmOf(entry, store);
    const targetPortalGroup = entry.required("target_portal_group");
    const tsih = entry.integer("tsih");
    if (tsih === undefined) {
      throw entry.fail("tsih", "is missing");
    }
    if (store.sessions.get(sessionKey(svm.uuid, targetPortalGroup, tsih)) !== undefined) {
      throw entry.fail("tsih", `${tsih} is taken in ${targetPortalGroup} of ${svm.name}`);
    }
    const igroups = entry.has("igroups") ? entry.members("igroups", ["uuid", "name"]) : undefined;
    const session: Session = {
      svm,
      targetPortalGroup,
      tsih,
      ...initiator(entry),
      isid: entry.text("isid") ?? "00:02:3d:00:00:01",
      targetPortalGroupTag: entry.integer("target_portal_group_tag") ?? tagOf(store, svm, targetPortalGroup),
      connections: entry
        .members("connections", ["cid", "authentication_type", "initiator_address", "interface"])
        .map((connection) => readConnection(connection, targetPortalGroup, svm.name)),
      ...(igroups && {
        igroups: igroups.map((group) => ({ uuid: group.required("uuid"), name: group.required("name") })),
      }),
    };
    store.sessions.set(session);
  }
}

/** Left out where the entry was pasted from a plain list, which shows identifiers alone. */
function initiator(entry: InputReader): Pick<Session, "initiator"> {
  const given = entry.object("initiator", ["name", "alias", "comment"]);
  if (given === undefined) {
    return {};
  }
  const alias = given.text("alias");
  const comment = given.text("comment");
  return { initiator: { name: given.required("name"), ...(alias && { alias }), ...(comment && { comment }) } };
}

function tagOf(store: Store, svm: Svm, portalGroup: string): number {
  const rows = store.interfaces.rows();
  return rows.find((row) => row.svm.uuid === svm.uuid && row.name === portalGroup)?.targetPortalGroupTag ?? 0;
}

function readConnection(entry: InputReader, portalGroup: string, svm: string): Connection {
  const from = entry.object("initiator_address", ["address", "port"]);
  const to = entry.object("interface", ["name", "uuid", "ip"]);
  const ip = to?.object("ip", ["address", "port"]);
  const name = to?.text("name") ?? portalGroup;
  return {
    cid: entry.integer("cid") ?? 1,
    authenticationType: entry.oneOf("authentication_type", ["chap", "none"] as const) ?? "none",
    initiatorAddress: { address: from?.text("address") ?? "0.0.0.0", port: from?.integer("port") ?? 0 },
    interface: {
      name,
      uuid: to?.text("uuid") ?? stableUuid("interface", svm, name),
      address: ip?.text("address") ?? "0.0.0.0",
      port: ip?.integer("port") ?? 3260,
    },
  };
}

/** A session as a fixture holds it: as a GET shows it without igroups in the store, and with its own even if empty. */
export function sessionEntry(session: Session, withoutIgroups: Store): WireRecord {
  return { ...sessionRecord(session, withoutIgroups), ...(session.igroups?.length === 0 && { igroups: [] }) };
}
