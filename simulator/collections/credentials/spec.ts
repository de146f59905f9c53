import type { CollectionSpec } from "../../query/types";
import { authenticationTypes } from "../../state/model";
import { linkSegment } from "../../wire/request-path";
import { keyText } from "../record-keys";

/** Where the collection lives. */
export const CREDENTIALS_PATH = "/api/protocols/san/iscsi/credentials";

/** Fields of an iSCSI credential row. Source: "Retrieve iSCSI credentials". */
export const credentialsSpec: CollectionSpec = {
  fields: {
    "svm.uuid": { type: "string" },
    "svm.name": { type: "string" },
    initiator: { type: "string" },
    authentication_type: { type: "string", values: authenticationTypes },
    "chap.inbound.user": { type: "string" },
    "chap.inbound.password": { type: "string", writeOnly: true },
    "chap.outbound.user": { type: "string" },
    "chap.outbound.password": { type: "string", writeOnly: true },
    "initiator_address.ranges.start": { type: "string" },
    "initiator_address.ranges.end": { type: "string" },
    "initiator_address.ranges.family": { type: "string", values: ["ipv4", "ipv6"] },
    "initiator_address.masks.address": { type: "string" },
    "initiator_address.masks.netmask": { type: "string" },
    "initiator_address.masks.family": { type: "string", values: ["ipv4", "ipv6"] },
  },
  identifiers: ["svm.uuid", "svm.name", "initiator"],
  keys: ["svm.uuid", "initiator"],
  links: (record) => {
    const uuid = keyText(record, "svm.uuid");
    return {
      "": `${CREDENTIALS_PATH}/${uuid}/${linkSegment(keyText(record, "initiator"))}`,
      svm: `/api/svm/svms/${uuid}`,
    };
  },
};
