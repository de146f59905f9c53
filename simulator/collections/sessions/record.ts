import type { CollectionSpec } from "../../query/types";
import type { Store } from "../../state/store";
import { isList, type WireRecord } from "../../wire/json";
import { linkSegment } from "../../wire/request-path";
import { keyText } from "../collection";
import type { Connection, Session } from "./table";

/** Where the collection lives. */
export const SESSIONS_PATH = "/api/protocols/san/iscsi/sessions";

/** Fields of an iSCSI session. Source: "Retrieve iSCSI sessions"; `tpgroup` is the name its prose filters by. */
export const sessionsSpec: CollectionSpec = {
  fields: {
    "svm.uuid": { type: "string" },
    "svm.name": { type: "string" },
    target_portal_group: { type: "string" },
    tsih: { type: "integer" },
    "initiator.name": { type: "string" },
    "initiator.alias": { type: "string" },
    "initiator.comment": { type: "string", since: "9.9" },
    isid: { type: "string" },
    target_portal_group_tag: { type: "integer" },
    "connections.cid": { type: "integer" },
    "connections.authentication_type": { type: "string", values: ["chap", "none"] },
    "connections.initiator_address.address": { type: "string" },
    "connections.initiator_address.port": { type: "integer" },
    "connections.interface.name": { type: "string" },
    "connections.interface.uuid": { type: "string" },
    "connections.interface.ip.address": { type: "string" },
    "connections.interface.ip.port": { type: "integer" },
    "igroups.uuid": { type: "string" },
    "igroups.name": { type: "string" },
  },
  identifiers: ["svm.uuid", "svm.name", "target_portal_group", "tsih"],
  keys: ["svm.uuid", "target_portal_group", "tsih"],
  aliases: { tpgroup: "target_portal_group" },
  links: (record) => {
    const uuid = keyText(record, "svm.uuid");
    const group = linkSegment(keyText(record, "target_portal_group"));
    const links: Record<string, string> = {
      "": `${SESSIONS_PATH}/${uuid}/${group}/${keyText(record, "tsih")}`,
      svm: `/api/svm/svms/${uuid}`,
    };
    for (const index of members(record, "connections")) {
      const place = `connections.${index}.interface`;
      links[place] = `/api/network/ip/interfaces/${keyText(record, `${place}.uuid`)}`;
    }
    for (const index of members(record, "igroups")) {
      links[`igroups.${index}`] = `/api/protocols/san/igroups/${keyText(record, `igroups.${index}.uuid`)}`;
    }
    return links;
  },
};

function members(record: Parameters<CollectionSpec["links"]>[0], name: string): number[] {
  const list = record[name];
  return isList(list) ? [...list.keys()] : [];
}

/** A session in wire form, with the igroups that hold its initiator. */
export function sessionRecord(session: Session, store: Store): WireRecord {
  const name = session.initiator?.name;
  const holding = name === undefined ? [] : store.igroupsOf(session.svm.uuid, name);
  const igroups = session.igroups ?? holding;
  const comment =
    session.initiator?.comment ??
    holding.flatMap((group) => group.initiators).find((member) => member.name === name)?.comment;
  return {
    svm: { uuid: session.svm.uuid, name: session.svm.name },
    target_portal_group: session.targetPortalGroup,
    tsih: session.tsih,
    ...(session.initiator && {
      initiator: {
        name: session.initiator.name,
        ...(session.initiator.alias && { alias: session.initiator.alias }),
        ...(comment && { comment }),
      },
    }),
    isid: session.isid,
    target_portal_group_tag: session.targetPortalGroupTag,
    ...(session.connections.length > 0 && { connections: session.connections.map(connectionRecord) }),
    ...(igroups.length > 0 && { igroups: igroups.map(({ uuid, name }) => ({ uuid, name })) }),
  };
}

function connectionRecord(connection: Connection): WireRecord {
  const { name, uuid, address, port } = connection.interface;
  return {
    cid: connection.cid,
    authentication_type: connection.authenticationType,
    initiator_address: { address: connection.initiatorAddress.address, port: connection.initiatorAddress.port },
    interface: { name, uuid, ip: { address, port } },
  };
}
