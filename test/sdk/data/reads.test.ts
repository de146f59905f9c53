import {
  countIscsiSessions,
  findIscsiCredential,
  findIscsiService,
  findIscsiSession,
  getIscsiCredential,
  getIscsiService,
  getIscsiServices,
  getIscsiSession,
  getIscsiSessions,
  iterateIscsiSessions,
  query,
} from "../../../sdk";
import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { SVM1, SVM2 } from "../../names";
import { sessionOf, startArray, useArray } from "../array";

const svms = [
  { name: "svm1", uuid: SVM1 },
  { name: "svm2", uuid: SVM2 },
] as const;
const [svm1] = svms;

const fixture = JSON.parse(
  JSON.stringify({
    svms: [...svms, { name: "bare" }],
    services: [{ svm: { name: "svm1" }, target: { alias: "" } }, { svm: { name: "svm2" } }],
    credentials: [
      {
        svm: { name: "svm1" },
        initiator: "iqn.1998-01.com.a:x",
        authentication_type: "chap",
        chap: { inbound: { user: "in1", password: "pass1" } },
      },
    ],
    sessions: [sessionOf(1), sessionOf(2), sessionOf(3, { name: "svm2" })],
  }),
);

let array: TestArray;
beforeAll(async () => {
  array = await startArray({ fixture });
});
afterAll(() => array.close());
beforeEach(() => array.requests());

const sent = async (): Promise<string[]> =>
  (await array.requests()).map(({ path, query }) => (query === "" ? path : `${path}?${query}`));

describe("get", () => {
  const sessions = "/api/protocols/san/iscsi/sessions";

  it("asks for the object itself where the SVM's UUID is known, whatever its name", async () => {
    const key = { targetPortalGroup: "iscsi_lif2", tsih: 1 };
    const session = await getIscsiSession({ svm: { uuid: svm1.uuid, name: "renamed" }, ...key });
    expect(session).toMatchObject({ svm: svm1, ...key, initiator: { name: "iqn.1998-01.com.corp.iscsi:host1" } });
    expect(await sent()).toEqual([`${sessions}/${svm1.uuid}/iscsi_lif2/1`]);
  });

  it("finds the object in its collection, in one request, where only the SVM's name is", async () => {
    await getIscsiSession({ svm: { name: "svm1" }, targetPortalGroup: "iscsi_lif2", tsih: 1, fields: ["isid"] });
    await getIscsiService({ svm: { name: "svm1" } });
    await getIscsiCredential({ svm: { name: "svm1" }, initiator: "default" });
    expect(await sent()).toEqual([
      `${sessions}?svm.name=svm1&target_portal_group=iscsi_lif2&tsih=1&fields=isid&max_records=2`,
      "/api/protocols/san/iscsi/services?svm.name=svm1&fields=*&max_records=2",
      "/api/protocols/san/iscsi/credentials?svm.name=svm1&initiator=default&fields=*&max_records=2",
    ]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ["a session", () => getIscsiSession({ svm: svm1, targetPortalGroup: "none", tsih: 1 }), "iSCSI session"],
    ["a service", () => getIscsiService({ svm: { name: "bare" } }), "iSCSI service"],
    ["a credential", () => getIscsiCredential({ svm: svm1, initiator: "eui.0000000000000001" }), "iSCSI credential"],
    ["a credential by name", () => getIscsiCredential({ svm: { name: "svm1" }, initiator: "eui.x" }), "eui.x"],
    ["anything of an SVM by an unknown name", () => getIscsiService({ svm: { name: "nosvm" } }), '"nosvm"'],
  ])("is an error where it is not there: %s", async (_title, call, named) => {
    await expect(call()).rejects.toMatchObject({ code: "not-found", message: expect.stringContaining(named) });
  });

  it("keeps ONTAP's refusal of an unknown UUID, which may be the wrong array", async () => {
    const svm = { uuid: "00000000-0000-0000-0000-000000000000" };
    await expect(getIscsiService({ svm })).rejects.toMatchObject({ code: "api-error", ontapCode: "2621462" });
  });
});

describe("find", () => {
  it("is undefined for none", async () => {
    expect(await findIscsiSession({ initiator: { name: "iqn.none" } })).toBeUndefined();
    expect(await findIscsiService({ svm: { name: "bare" } })).toBeUndefined();
    expect(await findIscsiCredential({ initiator: "none" })).toBeUndefined();
  });

  it("is the object for one", async () => {
    expect(await findIscsiSession({ svm: { name: "svm2" } })).toMatchObject({ svm: { name: "svm2" }, tsih: 3 });
  });

  it("is an error for more", async () => {
    await expect(findIscsiSession({ svm: { name: "svm1" } })).rejects.toMatchObject({ code: "ambiguous" });
  });
});

it("count fetches no records", async () => {
  expect(await countIscsiSessions({ svm: { name: "svm1" } })).toBe(2);
  expect(await sent()).toEqual(["/api/protocols/san/iscsi/sessions?svm.name=svm1&return_records=false"]);
});

describe("iterate", () => {
  it("asks for nothing before the first record is wanted, and for one page for those that are on it", async () => {
    const sessions = iterateIscsiSessions({ maxRecords: 2 });
    expect(await sent()).toEqual([]);
    await sessions.next();
    await sessions.next();
    expect(await sent()).toHaveLength(1);
    expect(await sessions.next()).toMatchObject({ value: { tsih: 3 } });
    expect(await sent()).toHaveLength(1);
    expect(await sessions.next()).toEqual({ done: true, value: undefined });
  });
});

describe("a result", () => {
  it("is camelCase, without links, passwords and unset fields", async () => {
    const credential = await getIscsiCredential({ svm: svm1, initiator: "iqn.1998-01.com.a:x" });
    expect(credential).toEqual({
      svm: svm1,
      initiator: "iqn.1998-01.com.a:x",
      authenticationType: "chap",
      chap: { inbound: { user: "in1" } },
    });
    expect(await getIscsiService({ svm: svm1 })).toEqual({
      svm: svm1,
      enabled: true,
      target: { name: expect.stringMatching(/^iqn/) },
    });
  });

  it("holds identifiers and what was asked for, and no more", async () => {
    const [service] = await getIscsiServices({ svm: { name: "svm1" }, enabled: true, fields: ["target.name"] });
    expect(service).toEqual({ svm: svm1, target: { name: expect.any(String) } });
  });

  it("holds live figures only where they were asked for by name", async () => {
    const svm = { name: "svm1" };
    expect(Object.keys(await getIscsiService({ svm }))).toEqual(["svm", "enabled", "target"]);
    const live = await getIscsiService({ svm, fields: ["*", "metric", "statistics.iopsRaw.read"] });
    expect(live.metric).toMatchObject({
      timestamp: expect.stringMatching(/Z$/),
      latency: { total: expect.any(Number) },
    });
    expect(live.statistics).toEqual({ iopsRaw: { read: expect.any(Number) } });
    expect(live.enabled).toBe(true);
  });

  it("comes in the order that was asked for", async () => {
    const order = async (orderBy: "tsih desc" | Array<"svm.name desc" | "tsih">): Promise<number[]> =>
      (await getIscsiSessions({ orderBy })).map(({ tsih }) => tsih);
    expect(await order("tsih desc")).toEqual([3, 2, 1]);
    expect(await order(["svm.name desc", "tsih"])).toEqual([3, 1, 2]);
    expect((await sent())[0]).toBe("/api/protocols/san/iscsi/sessions?fields=*&order_by=tsih%20desc");
  });
});

it("query.* reaches ONTAP as an expression", async () => {
  const found = await getIscsiSessions({ tsih: query.gt(1), initiator: { name: query.like("*host?") } });
  expect(found).toEqual([]);
  const like = await getIscsiSessions({ tsih: query.gt(1), initiator: { name: query.like("iqn.1998*") } });
  expect(like.map(({ tsih }) => tsih)).toEqual([2, 3]);
  expect((await sent())[1]).toContain("tsih=%3E1&initiator.name=iqn.1998*&");
});

it("a named cluster is another array", async () => {
  const east = new TestArray(
    await startSimulator({ fixture: { svms: [{ name: "east1" }], services: [{ svm: { name: "east1" } }] } }),
  );
  const { url: host, username, password } = east;
  useArray(array, { "ontap-iscsi:clusters": JSON.stringify({ east: { host, username, password } }) });
  expect((await getIscsiServices({ cluster: "east" })).map(({ svm }) => svm.name)).toEqual(["east1"]);
  expect(await getIscsiServices()).toHaveLength(2);
  await expect(getIscsiServices({ cluster: "west" })).rejects.toMatchObject({ code: "configuration" });
  await east.close();
});

it("a part of an address range can be asked for alone", async () => {
  const list = { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }], masks: [{ address: "10.1.0.0", netmask: "16" }] };
  const credential = { svm: svm1, initiator: "default", authentication_type: "none", initiator_address: list };
  const other = await startSimulator({
    fixture: { svms: [svm1], services: [{ svm: svm1 }], credentials: [credential] },
  });
  useArray(other);
  const key = { svm: svm1, initiator: "default" };
  const fields = ["initiatorAddress.ranges.end", "initiatorAddress.masks.netmask"] as const;
  const cut = { ...key, initiatorAddress: { ranges: [{ end: "10.0.0.9" }], masks: [{ netmask: "16" }] } };
  const found = [
    await findIscsiCredential({ initiator: "default", fields }),
    await getIscsiCredential({ ...key, fields }),
  ];
  useArray(array);
  await other.close();
  expect(found).toEqual([cut, cut]);
});
