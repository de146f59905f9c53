import { HOST, SVM1 } from "../../test/names";
import type { Json } from "../support/changed-json";
import type { RawRequest } from "../support/raw-server";

/** What an array in order responds with. */
export interface RightResponse {
  readonly status: number;
  readonly body: { readonly [name: string]: Json };
}

const svm = { uuid: SVM1, name: "svm1" };
const figures = { read: 200, write: 100, other: 10, total: 310 };
const metric = {
  timestamp: "2026-02-06T12:00:15Z",
  duration: "PT15S",
  status: "ok",
  iops: figures,
  latency: figures,
  throughput: { read: 1, write: 2, total: 3 },
};

/** Letters of two, three and four bytes in UTF-8, which every other way to read bytes shows as something else. */
export const BEYOND_ASCII = "Gr\u00f6\u00dfe \u4e3b\u6a5f \u{1f5a5}";

/** When the one sample of the history was taken. */
export const INSTANT = metric.timestamp;

const service = {
  svm,
  enabled: true,
  target: { alias: BEYOND_ASCII.replaceAll(" ", "-"), name: "iqn.1992-08.com.netapp:sn.1:vs.2" },
  metric,
};
const credentials = [
  { svm, initiator: "default", authentication_type: "none" },
  {
    svm,
    initiator: HOST,
    authentication_type: "chap",
    chap: { inbound: { user: "host1" }, outbound: { user: BEYOND_ASCII } },
    initiator_address: {
      ranges: [{ start: "10.0.0.1", end: "10.0.0.9", family: "ipv4" }],
      masks: [{ address: "10.1.0.0", netmask: "24", family: "ipv4" }],
    },
  },
];
const session = {
  svm,
  target_portal_group: "iscsi_lif1",
  tsih: 10,
  target_portal_group_tag: 1027,
  isid: "61:62:63:64:65:00",
  initiator: { name: HOST, alias: "host1", comment: BEYOND_ASCII },
  igroups: [{ name: "igroup1", uuid: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }],
  connections: [
    {
      cid: 1,
      authentication_type: "chap",
      initiator_address: { address: "10.0.0.5", port: 45_678 },
      interface: { name: "iscsi_lif1", uuid: svm.uuid, ip: { address: "192.168.0.1", port: 3260 } },
    },
  ],
};
const cluster = { name: "cluster1", version: { full: "NetApp Release 9.16.1", generation: 9, major: 16, minor: 1 } };

/** Records by collection, and what a key of the path chooses. */
const COLLECTIONS: ReadonlyArray<readonly [path: RegExp, records: ReadonlyArray<{ readonly [name: string]: Json }>]> = [
  [/\/svm\/svms/, [{ ...svm, state: "running" }]],
  [/\/licensing\/licenses/, [{ name: "iscsi", state: "compliant" }]],
  [/\/services\/[^/]+\/metrics/, [{ svm: { uuid: svm.uuid }, ...metric }]],
  [/\/iscsi\/services/, [service]],
  [/\/iscsi\/credentials/, credentials],
  [/\/iscsi\/sessions/, [session]],
];

/** Paths that end in the keys of one object. */
const INSTANCE =
  /\/svms\/[^/]+$|\/services\/[^/]+$|\/metrics\/[^/]+$|\/credentials\/[^/]+\/[^/]+$|\/sessions\/[^/]+\/[^/]+\/[^/]+$/;

/** The response of an array in order: one SVM with a service, two credentials, a session and a sample. */
export function rightResponse({ method, url }: RawRequest): RightResponse {
  const [path = "", query = ""] = url.split("?");
  const records = COLLECTIONS.find(([pattern]) => pattern.test(path))?.[1] ?? [];
  if (method === "POST") {
    return { status: 201, body: { num_records: 1, records: records.slice(-1) } };
  }
  if (method !== "GET") {
    return { status: 200, body: {} };
  }
  if (path === "/api/cluster" || INSTANCE.test(path)) {
    return { status: 200, body: path === "/api/cluster" ? cluster : (records.at(-1) ?? {}) };
  }
  const shown = query.includes("initiator=") || query.includes("max_records=2") ? records.slice(-1) : records;
  const count = { num_records: shown.length };
  return { status: 200, body: query.includes("return_records=false") ? count : { records: shown, ...count } };
}
