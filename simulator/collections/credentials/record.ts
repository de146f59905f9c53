import type { CollectionSpec } from "../../query/types";
import { type PresentedList, presentAddressList } from "../../rules/address-list-text";
import type { Ambiguities } from "../../state/ambiguities";
import type { WireRecord } from "../../wire/json";
import { linkSegment } from "../../wire/request-path";
import { keyText } from "../collection";
import { authenticationTypes, type Credential } from "./table";

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

/** A credential row in wire form. Passwords never leave; `chap` and `initiator_address` are left out where empty. */
export function credentialRecord(row: Credential, ambiguities: Ambiguities): WireRecord {
  const chap = {
    ...(row.inbound && { inbound: { user: row.inbound.user } }),
    ...(row.outbound && { outbound: { user: row.outbound.user } }),
  };
  return {
    svm: { uuid: row.svm.uuid, name: row.svm.name },
    initiator: row.initiator,
    authentication_type: row.authenticationType,
    ...(row.authenticationType === "chap" && { chap }),
    ...addressPart(presentAddressList(row, ambiguities)),
  };
}

function addressPart({ ranges, masks }: PresentedList): WireRecord {
  if (ranges.length === 0 && masks.length === 0) {
    return {};
  }
  return {
    initiator_address: {
      ...(ranges.length > 0 && { ranges: ranges.map(({ start, end, family }) => ({ start, end, family })) }),
      ...(masks.length > 0 && { masks: masks.map(({ address, netmask, family }) => ({ address, netmask, family })) }),
    },
  };
}
