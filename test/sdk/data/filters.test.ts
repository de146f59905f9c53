import {
  getIscsiCredentials,
  getIscsiServiceMetrics,
  getIscsiServices,
  getIscsiSessions,
  type IscsiCredentialFilter,
  type IscsiServiceFilter,
  type IscsiServiceMetricFilter,
  type IscsiSessionFilter,
} from "../../../sdk";
import type { TestArray } from "../../array";
import { SVM1, SVM2 } from "../../names";
import { startArray } from "../array";

const NOON = "2026-02-06T12:00:00.000Z";

const svms = [
  { name: "svm1", uuid: SVM1 },
  { name: "svm2", uuid: SVM2 },
] as const;

/** Two records of each kind, different in every field. */
const fixture = {
  svms,
  services: [
    { svm: { name: "svm1" }, enabled: false, target: { alias: "prod", name: "iqn.1992-08.com.netapp:sn.1:vs.1" } },
    { svm: { name: "svm2" }, enabled: true, target: { alias: "test", name: "iqn.1992-08.com.netapp:sn.2:vs.2" } },
  ],
  igroups: [
    { svm: { name: "svm1" }, name: "igroup1", uuid: "af7838cd", initiators: [{ name: "iqn.1998-01.com.a:x" }] },
  ],
  credentials: [
    {
      svm: { name: "svm1" },
      initiator: "iqn.1998-01.com.a:x",
      authentication_type: "chap",
      chap: { inbound: { user: "in1", password: "pass1" }, outbound: { user: "out1", password: "pass2" } },
      initiator_address: {
        ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }],
        masks: [{ address: "10.1.0.0", netmask: "16" }],
      },
    },
    {
      svm: { name: "svm2" },
      initiator: "iqn.1998-01.com.b:y",
      authentication_type: "deny",
      initiator_address: {
        ranges: [{ start: "fd20::1", end: "fd20::9" }],
        masks: [{ address: "fd21::", netmask: "64" }],
      },
    },
    { svm: { name: "svm1" }, initiator: "default", authentication_type: "none" },
    { svm: { name: "svm2" }, initiator: "default", authentication_type: "none" },
  ],
  sessions: [
    {
      svm: { name: "svm1" },
      target_portal_group: "iscsi_lif1",
      tsih: 10,
      initiator: { name: "iqn.1998-01.com.a:x", alias: "hosta", comment: "rack 1" },
      isid: "61:62:63:64:65:00",
      target_portal_group_tag: 1027,
      igroups: [{ name: "igroup1", uuid: "af7838cd" }],
      connections: [
        {
          cid: 1,
          authentication_type: "chap",
          initiator_address: { address: "10.224.123.85", port: 43827 },
          interface: { name: "iscsi_lif1", uuid: "c15439b4", ip: { address: "192.168.0.1", port: 3260 } },
        },
      ],
    },
    {
      svm: { name: "svm2" },
      target_portal_group: "iscsi_lif2",
      tsih: 11,
      initiator: { name: "iqn.1998-01.com.b:y", alias: "hostb", comment: "rack 2" },
      isid: "61:62:63:64:65:01",
      target_portal_group_tag: 1028,
      igroups: [{ name: "igroup2", uuid: "bf7838cd" }],
      connections: [
        {
          cid: 2,
          authentication_type: "none",
          initiator_address: { address: "fd20::5", port: 50000 },
          interface: { name: "iscsi_lif2", uuid: "d15439b4", ip: { address: "192.168.0.2", port: 3261 } },
        },
      ],
    },
  ],
};

let array: TestArray;
beforeAll(async () => {
  array = await startArray({ fixture: JSON.parse(JSON.stringify(fixture)) });
});
afterAll(() => array.close());
beforeEach(async () => {
  await array.control("PUT", "/clock", { now: NOON });
  await array.requests();
});

/** The one query that was sent. */
async function sentQuery(): Promise<string | undefined> {
  const requests = await array.requests();
  expect(requests).toHaveLength(1);
  return requests[0]?.query;
}

describe("sessions are filtered by", () => {
  const rows: Array<[string, IscsiSessionFilter]> = [
    ["svm.name=svm1", { svm: { name: "svm1" } }],
    [`svm.uuid=${svms[0].uuid}`, { svm: { uuid: svms[0].uuid } }],
    ["tsih=10", { tsih: 10 }],
    ["isid=61:62:63:64:65:00", { isid: "61:62:63:64:65:00" }],
    ["target_portal_group=iscsi_lif1", { targetPortalGroup: "iscsi_lif1" }],
    ["target_portal_group_tag=1027", { targetPortalGroupTag: 1027 }],
    ["initiator.name=iqn.1998-01.com.a:x", { initiator: { name: "iqn.1998-01.com.a:x" } }],
    ["initiator.alias=hosta", { initiator: { alias: "hosta" } }],
    ["initiator.comment=%22rack%201%22", { initiator: { comment: "rack 1" } }],
    ["igroups.name=igroup1", { igroups: { name: "igroup1" } }],
    ["igroups.uuid=af7838cd", { igroups: { uuid: "af7838cd" } }],
    ["connections.cid=1", { connections: { cid: 1 } }],
    ["connections.authentication_type=chap", { connections: { authenticationType: "chap" } }],
    [
      "connections.initiator_address.address=10.224.123.85",
      { connections: { initiatorAddress: { address: "10.224.123.85" } } },
    ],
    ["connections.initiator_address.port=43827", { connections: { initiatorAddress: { port: 43827 } } }],
    ["connections.interface.name=iscsi_lif1", { connections: { interface: { name: "iscsi_lif1" } } }],
    ["connections.interface.uuid=c15439b4", { connections: { interface: { uuid: "c15439b4" } } }],
    [
      "connections.interface.ip.address=192.168.0.1",
      { connections: { interface: { ip: { address: "192.168.0.1" } } } },
    ],
    ["connections.interface.ip.port=3260", { connections: { interface: { ip: { port: 3260 } } } }],
  ];

  it.each(rows)("%s", async (wire, filter) => {
    const found = await getIscsiSessions(filter);
    expect(found.map(({ tsih }) => tsih)).toEqual([10]);
    expect(await sentQuery()).toBe(`${wire}&fields=*`);
  });
});

describe("credentials are filtered by", () => {
  const rows: Array<[string, IscsiCredentialFilter]> = [
    ["initiator=iqn.1998-01.com.a:x", { initiator: "iqn.1998-01.com.a:x" }],
    ["authentication_type=chap", { authenticationType: "chap" }],
    ["chap.inbound.user=in1", { chap: { inbound: { user: "in1" } } }],
    ["chap.outbound.user=out1", { chap: { outbound: { user: "out1" } } }],
    ["initiator_address.ranges.start=10.0.0.1", { initiatorAddress: { ranges: { start: "10.0.0.1" } } }],
    ["initiator_address.ranges.end=10.0.0.9", { initiatorAddress: { ranges: { end: "10.0.0.9" } } }],
    ["initiator_address.ranges.family=ipv4", { initiatorAddress: { ranges: { family: "ipv4" } } }],
    ["initiator_address.masks.address=10.1.0.0", { initiatorAddress: { masks: { address: "10.1.0.0" } } }],
    ["initiator_address.masks.netmask=16", { initiatorAddress: { masks: { netmask: "16" } } }],
    ["initiator_address.masks.family=ipv4", { initiatorAddress: { masks: { family: "ipv4" } } }],
  ];

  it.each(rows)("%s", async (wire, filter) => {
    const found = await getIscsiCredentials(filter);
    expect(found.map(({ initiator }) => initiator)).toEqual(["iqn.1998-01.com.a:x"]);
    expect(await sentQuery()).toBe(`${wire}&fields=*`);
  });

  it.each<[string, IscsiCredentialFilter]>([
    ["svm.name=svm1", { svm: { name: "svm1" } }],
    [`svm.uuid=${svms[0].uuid}`, { svm: { uuid: svms[0].uuid } }],
  ])("%s", async (wire, filter) => {
    const found = await getIscsiCredentials(filter);
    expect(new Set(found.map(({ svm }) => svm.name))).toEqual(new Set(["svm1"]));
    expect(await sentQuery()).toBe(`${wire}&fields=*`);
  });
});

describe("services are filtered by", () => {
  const rows: Array<[string, IscsiServiceFilter]> = [
    ["svm.name=svm1", { svm: { name: "svm1" } }],
    [`svm.uuid=${svms[0].uuid}`, { svm: { uuid: svms[0].uuid } }],
    ["enabled=false", { enabled: false }],
    ["target.alias=prod", { target: { alias: "prod" } }],
    ["target.name=iqn.1992-08.com.netapp:sn.1:vs.1", { target: { name: "iqn.1992-08.com.netapp:sn.1:vs.1" } }],
  ];

  it.each(rows)("%s", async (wire, filter) => {
    const found = await getIscsiServices(filter);
    expect(found.map(({ svm }) => svm.name)).toEqual(["svm1"]);
    expect(await sentQuery()).toBe(`${wire}&fields=*`);
  });

  const operations = ["read", "write", "other", "total"] as const;
  const bytes = ["read", "write", "total"] as const;
  const figures = [
    ...operations.map((kind) => ["metric", "iops", kind] as const),
    ...operations.map((kind) => ["metric", "latency", kind] as const),
    ...bytes.map((kind) => ["metric", "throughput", kind] as const),
    ...operations.map((kind) => ["statistics", "iopsRaw", kind] as const),
    ...operations.map((kind) => ["statistics", "latencyRaw", kind] as const),
    ...bytes.map((kind) => ["statistics", "throughputRaw", kind] as const),
  ];

  it.each(figures)("%s.%s.%s", async (part, figure, kind) => {
    const path = `${part}.${figure}.${kind}` as const;
    const [mine, other] = await getIscsiServices({ fields: ["metric", "statistics"], orderBy: "svm.name" });
    const value = valueAt(mine, path);
    expect(value).not.toBe(valueAt(other, path));
    await array.requests();
    await array.control("PUT", "/clock", { now: NOON });
    const filter: IscsiServiceFilter = JSON.parse(`{"${part}":{"${figure}":{"${kind}":${value}}}}`);
    const found = await getIscsiServices(filter);
    expect(found).toEqual([expect.objectContaining({ svm: svms[0] })]);
    expect(found[0]).not.toHaveProperty(part);
    expect(await sentQuery()).toBe(`${path.replace("Raw", "_raw")}=${value}&fields=*`);
  });

  it.each<[string, IscsiServiceFilter, IscsiServiceFilter]>([
    [
      "metric.timestamp=2026-02-06T12:00:00Z",
      { metric: { timestamp: NOON } },
      { metric: { timestamp: "2026-02-06T11:59:45Z" } },
    ],
    ["metric.duration=PT15S", { metric: { duration: "PT15S" } }, { metric: { duration: "PT5M" } }],
    ["metric.status=ok", { metric: { status: "ok" } }, { metric: { status: "error" } }],
    [
      "statistics.timestamp=2026-02-06T12:00:00Z",
      { statistics: { timestamp: NOON } },
      { statistics: { timestamp: "2026-02-06T11:59:45Z" } },
    ],
    ["statistics.status=ok", { statistics: { status: "ok" } }, { statistics: { status: "error" } }],
  ])("%s, which two services can share", async (wire, both, none) => {
    expect(await getIscsiServices(both)).toHaveLength(2);
    expect(await sentQuery()).toBe(`${wire}&fields=*`);
    expect(await getIscsiServices(none)).toEqual([]);
  });
});

describe("samples are filtered by", () => {
  const svm = { uuid: svms[0].uuid };
  const rows: Array<[string, IscsiServiceMetricFilter]> = [
    ["timestamp=2026-02-06T11:59:00Z", { timestamp: "2026-02-06 11:59:00 +0000" }],
    ["duration=PT15S", { duration: "PT15S" }],
    ["status=ok", { status: "ok" }],
    ...(["read", "write", "other", "total"] as const).flatMap(
      (kind): Array<[string, IscsiServiceMetricFilter]> => [
        [`iops.${kind}`, { iops: { [kind]: 0 } }],
        [`latency.${kind}`, { latency: { [kind]: 0 } }],
      ],
    ),
    ...(["read", "write", "total"] as const).map((kind): [string, IscsiServiceMetricFilter] => [
      `throughput.${kind}`,
      { throughput: { [kind]: 0 } },
    ]),
  ];

  it.each(rows)("%s", async (wire, filter) => {
    const all = await getIscsiServiceMetrics({ svm });
    const path = wire.split("=", 1)[0] ?? "";
    const wanted = path.includes(".") ? valueAt(all[100], path) : wire.split("=")[1];
    const given: IscsiServiceMetricFilter = path.includes(".")
      ? JSON.parse(JSON.stringify(filter).replace(":0", `:${wanted}`))
      : filter;
    await array.requests();
    await array.control("PUT", "/clock", { now: NOON });
    const expected = all.filter((sample) => valueAt(sample, path) === wanted);
    expect(await getIscsiServiceMetrics({ svm, ...given })).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    expect(await sentQuery()).toBe(`${path}=${wanted}&interval=1h&fields=*`);
  });
});

function valueAt(record: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, name) =>
        typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined,
      record,
    );
}
