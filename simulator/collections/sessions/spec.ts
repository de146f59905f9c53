import type { CollectionSpec } from "../../query/types";
import { isList } from "../../wire/json";
import { linkSegment } from "../../wire/request-path";
import { keyText } from "../record-keys";

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
