import {
  answerCollection,
  type CollectionAnswer,
  type CollectionSpec,
  type Json,
  type Version,
  type WireRecord,
} from "../../../simulator/query";
import { ApiError } from "../../../simulator/wire/api-error";
import { SVM1, SVM2 } from "../../names";

/** The three iSCSI collections with the records of NetApp's own examples, as far as the query language needs them. */

export const svm1 = { uuid: SVM1, name: "svm1" };
export const svm2 = { uuid: SVM2, name: "svm2" };

const text = { type: "string" } as const;
const integer = { type: "integer" } as const;
const status = { type: "string", values: ["ok", "error", "partial_no_data"] } as const;

function at(record: WireRecord, ...path: string[]): string {
  let value: Json | undefined = record;
  for (const key of path) {
    value = typeof value === "object" && value !== null ? (value as WireRecord)[key] : undefined;
  }
  return String(value ?? "");
}

const svmLink = (record: WireRecord) => `/api/svm/svms/${at(record, "svm", "uuid")}`;

export const credentialSpec: CollectionSpec = {
  fields: {
    "svm.uuid": text,
    "svm.name": text,
    initiator: text,
    authentication_type: { type: "string", values: ["chap", "none", "deny"] },
    "chap.inbound.user": text,
    "chap.inbound.password": { type: "string", writeOnly: true },
    "chap.outbound.user": text,
    "chap.outbound.password": { type: "string", writeOnly: true },
    "initiator_address.masks.address": text,
    "initiator_address.masks.netmask": text,
    "initiator_address.ranges.start": text,
    "initiator_address.ranges.end": text,
  },
  identifiers: ["svm.uuid", "svm.name", "initiator"],
  keys: ["svm.uuid", "initiator"],
  order: (left, right) => {
    const rank = (record: WireRecord) => at(record, "svm", "uuid") + (record.initiator === "default" ? "0" : "1");
    return rank(left) < rank(right) ? -1 : Number(rank(left) > rank(right));
  },
  links: (record) => ({
    svm: svmLink(record),
    "": `/api/protocols/san/iscsi/credentials/${at(record, "svm", "uuid")}/${at(record, "initiator")}`,
  }),
};

export const credentials: readonly WireRecord[] = [
  { svm: svm1, initiator: "default", authentication_type: "none" },
  { svm: svm1, initiator: "iqn.1992-08.com.netapp:initiator1", authentication_type: "none" },
  {
    svm: svm1,
    initiator: "iqn.1992-08.com.netapp:initiator2",
    authentication_type: "chap",
    chap: { inbound: { user: "user1", password: "password1" } },
  },
  { svm: svm2, initiator: "default", authentication_type: "none" },
  {
    svm: svm2,
    initiator: "iqn.1992-08.com.netapp:initiator2",
    authentication_type: "none",
    initiator_address: {
      masks: [],
      ranges: [
        { start: "10.0.0.1", end: "10.0.0.9" },
        { start: "10.0.1.1", end: "10.0.1.9" },
      ],
    },
  },
  { svm: svm2, initiator: "iqn.1992-08.com.netapp:initiator3", authentication_type: "deny" },
];

export const serviceSpec: CollectionSpec = {
  fields: {
    "svm.uuid": text,
    "svm.name": text,
    enabled: { type: "boolean" },
    "target.name": text,
    "target.alias": text,
    "metric.timestamp": { type: "timestamp", expensive: true },
    "metric.status": { ...status, expensive: true },
    "metric.iops.total": { ...integer, expensive: true },
    "statistics.timestamp": { type: "timestamp", expensive: true },
    "statistics.iops_raw.total": { ...integer, expensive: true },
  },
  identifiers: ["svm.uuid", "svm.name"],
  keys: ["svm.uuid"],
  links: (record) => ({
    svm: svmLink(record),
    "": `/api/protocols/san/iscsi/services/${at(record, "svm", "uuid")}`,
  }),
};

export const services: readonly WireRecord[] = [
  {
    svm: svm1,
    enabled: true,
    target: { name: "iqn.1992-08.com.netapp:sn.19d04b8e94d711e88370005056b48fd2:vs.4", alias: "svm1" },
    metric: { timestamp: "2024-07-29T16:17:15Z", status: "ok", iops: { total: 7 } },
    statistics: { timestamp: "2024-07-29T16:17:17Z", iops_raw: { total: 1000 } },
  },
  {
    svm: svm2,
    enabled: false,
    target: { name: "iqn.1992-08.com.netapp:sn.25f617cf94d711e88370005056b48fd2:vs.5" },
    metric: { timestamp: "2024-07-29T16:17:30Z", status: "partial_no_data", iops: { total: 12 } },
    statistics: { timestamp: "2024-07-29T16:17:17Z", iops_raw: { total: 2000 } },
  },
];

export const sessionSpec: CollectionSpec = {
  fields: {
    "svm.uuid": text,
    "svm.name": text,
    target_portal_group: text,
    tsih: integer,
    "initiator.name": text,
    "initiator.alias": text,
    "initiator.comment": { type: "string", since: "9.9" },
    isid: text,
    target_portal_group_tag: integer,
    "connections.cid": integer,
    "connections.authentication_type": { type: "string", values: ["chap", "none"] },
    "connections.initiator_address.address": text,
    "connections.initiator_address.port": integer,
    "connections.interface.name": text,
    "connections.interface.uuid": text,
    "connections.interface.ip.address": text,
    "connections.interface.ip.port": integer,
    "igroups.uuid": text,
    "igroups.name": text,
  },
  identifiers: ["svm.uuid", "svm.name", "target_portal_group", "tsih"],
  keys: ["svm.uuid", "target_portal_group", "tsih"],
  aliases: { tpgroup: "target_portal_group" },
  links: (record) => {
    const self = [at(record, "svm", "uuid"), at(record, "target_portal_group"), at(record, "tsih")].join("/");
    const igroups = record.igroups;
    const members = Array.isArray(igroups) ? igroups.map((_, index) => index) : [];
    return {
      svm: svmLink(record),
      "connections.0.interface": `/api/network/ip/interfaces/${at(record, "connections", "0", "interface", "uuid")}`,
      ...Object.fromEntries(
        members.map((index) => [
          `igroups.${index}`,
          `/api/protocols/san/igroups/${at(record, "igroups", `${index}`, "uuid")}`,
        ]),
      ),
      "": `/api/protocols/san/iscsi/sessions/${self}`,
    };
  },
};

const svmA = { uuid: "a009a9e7-4081-b576-7575-ada21efcaf16", name: "svm1" };
const svmB = { uuid: "b009a9e7-4081-b576-7575-ada21efcaf16", name: "svm2" };

export const sessions: readonly WireRecord[] = [
  {
    svm: svmA,
    target_portal_group: "iscsi_lif1",
    tsih: 10,
    initiator: { name: "iqn.1994-05.com.example:string", comment: "Example information about this initiator" },
    isid: "61:62:63:64:65:00",
    target_portal_group_tag: 1027,
    connections: [
      {
        cid: 1,
        authentication_type: "chap",
        initiator_address: { address: "10.224.123.85", port: 43827 },
        interface: {
          name: "iscsi_lif1",
          uuid: "c15439b4-dbb4-11e8-90ac-005056bba882",
          ip: { address: "192.168.0.1", port: 3260 },
        },
      },
    ],
    igroups: [
      { uuid: "af7838cd-f993-4faf-90b7-5524787ae1e8", name: "igroup1" },
      { uuid: "bf7838cd-f993-4faf-90b7-5524787ae1e8", name: "igroup2" },
    ],
  },
  {
    svm: svmB,
    target_portal_group: "iscsi_lif2",
    tsih: 11,
    initiator: { name: "iqn.1994-05.com.example:other", alias: "host2" },
    isid: "61:62:63:64:65:01",
    target_portal_group_tag: 1028,
    connections: [],
    igroups: [],
  },
];

/** How to ask, where a test is about something else. */
export interface Asking {
  readonly hal?: boolean;
  readonly maxPage?: number;
  readonly version?: Version;
  readonly path?: string;
}

/** Answers `GET <collection>?<query>`. */
export function ask(
  spec: CollectionSpec,
  records: readonly WireRecord[],
  rawQuery: string,
  { hal = true, maxPage = 10_000, version = [9, 16, 1], path = "/api/things" }: Asking = {},
): CollectionAnswer {
  return answerCollection({ spec, path, rawQuery, hal, maxPage, version }, records);
}

/** The records of an answer. */
export function recordsOf({ body }: CollectionAnswer): WireRecord[] {
  return Array.isArray(body.records) ? body.records : [];
}

/** Follows next links and returns the records of all pages; throws if there are more than a thousand. */
export function askAll(spec: CollectionSpec, records: readonly WireRecord[], rawQuery: string): WireRecord[] {
  const all: WireRecord[] = [];
  let query: string | undefined = rawQuery;
  for (let pages = 0; query !== undefined; pages += 1) {
    if (pages > 1000) {
      throw new Error("The next links do not end.");
    }
    const answer: CollectionAnswer = ask(spec, records, query);
    all.push(...recordsOf(answer));
    query = answer.next?.split("?")[1];
  }
  return all;
}

/** The ApiError that a call throws, as its parts. */
export function refusalOf(call: () => unknown): { status: number; code: string; target: string | undefined } {
  try {
    call();
  } catch (error) {
    if (error instanceof ApiError) {
      return { status: error.status, code: error.code, target: error.target };
    }
    throw error;
  }
  throw new Error("Nothing was refused.");
}
