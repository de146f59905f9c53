import type { Json } from "../../simulator/query";
import { type Cluster, codeOf, credentials, recordsOf, services, sessions, startCluster, svm1, svm2 } from "./client";

const uuids = {
  idle: svm1,
  busy: svm2,
  stopped: "00000000-0000-0000-0000-000000000003",
  barred: "00000000-0000-0000-0000-000000000004",
  nvme: "00000000-0000-0000-0000-000000000005",
  off: "00000000-0000-0000-0000-000000000006",
};
const unknown = "ffffffff-0000-0000-0000-000000000000";
const fixture = {
  svms: [
    { name: "idle", uuid: uuids.idle },
    { name: "busy", uuid: uuids.busy },
    { name: "stopped", uuid: uuids.stopped, state: "stopped" },
    { name: "barred", uuid: uuids.barred, iscsi: { allowed: false } },
    { name: "nvme", uuid: uuids.nvme, nvme: { enabled: true } },
    { name: "off", uuid: uuids.off },
  ],
  services: [
    { svm: { name: "busy" }, target: { alias: "alias01" } },
    { svm: { name: "off" }, enabled: false, target: { alias: "alias02" } },
  ],
  interfaces: [{ svm: { name: "busy" }, name: "lif1", ip: { address: "10.0.0.1" } }],
};

describe("iSCSI services", () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster();
  });
  beforeEach(async () => {
    await cluster.control("PUT", "/state", fixture);
    await cluster.control("PUT", "/settings", { personality: "unified" });
  });
  afterAll(() => cluster.simulator.close());

  const refusedPosts: [string, Json, number, string][] = [
    ["no SVM", {}, 400, "2621707"],
    ["an empty SVM", { svm: {} }, 400, "2621707"],
    ["an unknown name", { svm: { name: "nowhere" } }, 404, "2621462"],
    ["an unknown UUID", { svm: { uuid: unknown } }, 404, "2621462"],
    ["a name and a UUID of two SVMs", { svm: { name: "idle", uuid: uuids.busy } }, 400, "2621706"],
    ["an SVM that may not use iSCSI", { svm: { name: "barred" } }, 409, "2621507"],
    ["a stopped SVM", { svm: { name: "stopped" } }, 409, "5374893"],
    ["an SVM set up for NVMe", { svm: { name: "nvme" } }, 409, "5373966"],
    ["an SVM that has a service", { svm: { name: "busy" } }, 409, "5374077"],
    ["a target name", { svm: { name: "idle" }, target: { name: "iqn.1992-08.com.netapp:x" } }, 400, "262196"],
    ["an unknown field", { svm: { name: "idle" }, colour: "red" }, 400, "262179"],
    ["a field given twice", { svm: { name: "idle" }, "svm.name": "idle" }, 400, "262282"],
    ["text where an object belongs", { svm: "idle" }, 400, "262197"],
    ["no boolean", { svm: { name: "idle" }, enabled: "maybe" }, 400, "262197"],
    ["a space in the alias", { svm: { name: "idle" }, target: { alias: "a b" } }, 400, "262197"],
    ["an alias of 129 characters", { svm: { name: "idle" }, target: { alias: "x".repeat(129) } }, 400, "262197"],
    ["no JSON", "{", 400, "262199"],
    ["an array", [], 400, "262201"],
  ];
  test.each(refusedPosts)("a POST with %s is refused", async (_what, body, status, code) => {
    const answer = await cluster.call("POST", services, body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  test("a POST is refused without a licence, whatever else is wrong", async () => {
    await cluster.control("PUT", "/state", { ...fixture, licenses: [] });
    const answer = await cluster.call("POST", services, {});
    expect([answer.status, codeOf(answer)]).toEqual([403, "1115127"]);
  });

  test("a POST takes dotted keys, string booleans, null for left out and an unknown field on request", async () => {
    const body = { "svm.name": "idle", enabled: "False", "target.alias": null, colour: "red" };
    const answer = await cluster.call("POST", `${services}?ignore_unknown_fields=true&return_timeout=30`, body);
    expect(answer.status).toBe(201);
    const made = await cluster.call("GET", `${services}/${uuids.idle}`);
    expect(made.body).toMatchObject({ enabled: false, target: { alias: "idle" } });
  });

  test("a POST creates the default credential row", async () => {
    await cluster.call("POST", services, { svm: { name: "idle" } });
    const rows = await cluster.call("GET", `${credentials}?svm.name=idle&fields=*`);
    expect(recordsOf(rows)).toMatchObject([{ initiator: "default", authentication_type: "none" }]);
  });

  const refusedPatches: [string, string, Json, number, string][] = [
    ["of an unknown SVM", unknown, { enabled: false }, 404, "2621462"],
    ["of an SVM without a service", uuids.idle, { enabled: false }, 404, "5374078"],
    ["without a body", uuids.busy, "", 400, "262190"],
    ["of nothing", uuids.busy, {}, 400, "262190"],
    ["of the SVM", uuids.busy, { svm: { name: "busy" }, enabled: false }, 400, "262203"],
    ["of the target name", uuids.busy, { target: { name: "iqn.x" } }, 400, "262196"],
    ["of state and alias together", uuids.busy, { enabled: false, target: { alias: "b" } }, 400, "5374081"],
    ["of an unknown field", uuids.busy, { target: { colour: "red" } }, 400, "262179"],
  ];
  test.each(refusedPatches)("a PATCH %s is refused", async (_what, uuid, body, status, code) => {
    const answer = await cluster.call("PATCH", `${services}/${uuid}`, body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  const acceptedPatches: [string, string, Json, object][] = [
    ["an alias beside an unchanged state", uuids.busy, { enabled: true, target: { alias: "b" } }, { alias: "b" }],
    [
      "a state beside an unchanged alias",
      uuids.off,
      { enabled: true, target: { alias: "alias02" } },
      { alias: "alias02" },
    ],
    ["empty objects", uuids.busy, { svm: {}, target: {} }, { alias: "alias01" }],
  ];
  test.each(acceptedPatches)("a PATCH takes %s", async (_what, uuid, body, target) => {
    expect((await cluster.call("PATCH", `${services}/${uuid}`, body)).status).toBe(200);
    expect((await cluster.call("GET", `${services}/${uuid}`)).body).toMatchObject({ enabled: true, target });
  });

  test('an empty alias clears it: a GET leaves it out, the fixture says ""', async () => {
    await cluster.call("PATCH", `${services}/${uuids.busy}`, { target: { alias: "" } });
    const { body } = await cluster.call("GET", `${services}/${uuids.busy}?fields=target`);
    expect(Object.keys(Object(body.target))).toEqual(["name"]);
    expect(await cluster.control("GET", "/state")).toMatchObject({ services: [{ target: { alias: "" } }, {}] });
  });

  test("disabling ends the sessions of that SVM", async () => {
    await cluster.control("POST", "/sessions", {
      svm: "busy",
      interface: "lif1",
      initiator: "iqn.a",
      address: "10.1.1.1",
    });
    expect((await cluster.call("GET", sessions)).body.num_records).toBe(1);
    await cluster.call("PATCH", `${services}/${uuids.busy}`, { enabled: false });
    expect((await cluster.call("GET", sessions)).body.num_records).toBe(0);
  });

  const refusedDeletes: [string, string, Json | undefined, number, string][] = [
    ["of an unknown SVM", unknown, undefined, 404, "2621462"],
    ["of an SVM without a service", uuids.idle, undefined, 404, "5374078"],
    ["of an enabled service", uuids.busy, {}, 409, "5373960"],
    ["with something in the body", uuids.off, { enabled: false }, 400, "262198"],
  ];
  test.each(refusedDeletes)("a DELETE %s is refused", async (_what, uuid, body, status, code) => {
    const answer = await cluster.call("DELETE", `${services}/${uuid}`, body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  test.each([true, false])("a DELETE takes the other credentials with it if told so: %s", async (goes) => {
    await cluster.control("PUT", "/settings", { unknowns: { credentialsGoWithService: goes } });
    await cluster.call("POST", credentials, {
      svm: { name: "off" },
      initiator: "iqn.1992-08.com.netapp:a",
      authentication_type: "deny",
    });
    expect((await cluster.call("DELETE", `${services}/${uuids.off}`)).status).toBe(200);
    const left = recordsOf(await cluster.call("GET", `${credentials}?svm.name=off`)).map((row) => row.initiator);
    expect(left).toEqual(goes ? [] : ["iqn.1992-08.com.netapp:a"]);
    await cluster.control("PUT", "/settings", { unknowns: { credentialsGoWithService: true } });
  });

  test("an ASA r2 refuses POST and DELETE and takes PATCH", async () => {
    await cluster.control("PUT", "/settings", { personality: "asaR2" });
    const path = `${services}/${uuids.off}`;
    const answers = [
      await cluster.call("POST", services, { svm: { name: "idle" } }),
      await cluster.call("DELETE", path),
    ];
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [405, "5376452"],
      [405, "5376452"],
    ]);
    expect((await cluster.call("PATCH", path, { enabled: true })).status).toBe(200);
    expect((await cluster.call("GET", "/api/cluster?fields=san_optimized,disaggregated")).body).toMatchObject({
      san_optimized: true,
      disaggregated: true,
    });
  });

  test.each([
    ["clear", undefined],
    ["default", "idle"],
  ])("a POST with an empty alias does what the switch says: %s", async (choice, alias) => {
    await cluster.control("PUT", "/settings", { unknowns: { postEmptyAlias: choice } });
    await cluster.call("POST", services, { svm: { name: "idle" }, target: { alias: "" } });
    const { body } = await cluster.call("GET", `${services}/${uuids.idle}?fields=target`);
    expect(Object(body.target).alias).toBe(alias);
  });

  test("metric and statistics come only when asked for, and metrics go back a year", async () => {
    const path = `${services}/${uuids.busy}`;
    expect((await cluster.call("GET", path)).body).not.toHaveProperty("metric");
    const { body } = await cluster.call("GET", `${path}?fields=**`);
    expect(body).toMatchObject({ metric: { duration: "PT15S" }, statistics: { status: "ok" } });
    const year = await cluster.call("GET", `${path}/metrics?interval=1y&fields=*`);
    expect(recordsOf(year)[0]).toMatchObject({ duration: "P1D", svm: { uuid: uuids.busy } });
    const stamp = String(recordsOf(await cluster.call("GET", `${path}/metrics`))[0]?.timestamp);
    const spaced = stamp.replace("T", "+").replaceAll(":", "%3A").replace("Z", "%2B00%3A00");
    for (const spelling of [encodeURIComponent(stamp), spaced]) {
      expect((await cluster.call("GET", `${path}/metrics/${spelling}`)).body.timestamp).toBe(stamp);
    }
  });

  test("metrics are unknown for an SVM without a service, and their paths before their release", async () => {
    const code = async (path: string) => codeOf(await cluster.call("GET", path));
    expect(await code(`${services}/${uuids.idle}/metrics`)).toBe("8585947");
    expect(await code(`${services}/${uuids.busy}/metrics/2001-01-01T00:00:00Z`)).toBe("8585947");
    expect(await code(`${services}/${uuids.busy}/metrics?interval=2h`)).toBe("262197");
    await cluster.control("PUT", "/settings", { version: "9.13.1" });
    expect(await code(`${services}/${uuids.busy}/metrics/2001-01-01T00:00:00Z`)).toBe("3");
    await cluster.control("PUT", "/settings", { version: "9.6" });
    expect(await code(`${services}/${uuids.busy}/metrics`)).toBe("3");
  });
});
