import { type Cluster, credentials, services, startCluster, svm1, svm2 } from "./client";

describe("the control plane", () => {
  let cluster: Cluster;

  beforeEach(async () => {
    cluster = await startCluster();
  });
  afterEach(() => cluster.simulator.close());

  test("logs every request to the API and none to itself", async () => {
    await cluster.call("POST", `${services}?return_records=true`, { svm: { name: "svm1" } });
    await cluster.call("GET", `${services}?fields=%2A`, undefined, { Authorization: "" });
    const entry = { at: expect.stringMatching(/^\d{4}-.*Z$/), ms: expect.any(Number), inFlight: 1 };
    expect(await cluster.control("GET", "/requests")).toEqual([
      { method: "POST", path: services, query: "return_records=true", status: 201, ...entry },
      { method: "GET", path: services, query: "fields=%2A", status: 401, ...entry },
    ]);
    expect(await cluster.control("GET", "/stats")).toEqual({ requests: 2, writes: 1, maxInFlight: 1 });
    await cluster.control("DELETE", "/requests");
    expect(await cluster.control("GET", "/requests")).toEqual([]);
    expect(await cluster.control("GET", "/stats")).toEqual({ requests: 0, writes: 0, maxInFlight: 0 });
  });

  test("counts what is in flight at once", async () => {
    await cluster.control("PUT", "/settings", { latencyMs: 100 });
    await Promise.all([1, 2, 3].map(() => cluster.call("GET", services)));
    expect(await cluster.control("GET", "/stats")).toMatchObject({ requests: 3, maxInFlight: 3 });
  });

  test("the state it gives is a fixture that gives the same state again", async () => {
    const fixture = {
      version: { generation: 9, major: 12, minor: 1 },
      licenses: ["iscsi", "nfs"],
      svms: [{ uuid: svm1, name: "svm1", state: "running", iscsi: { allowed: true }, nvme: { enabled: false } }],
      services: [{ svm: { uuid: svm1, name: "svm1" }, enabled: true, target: { alias: "", name: "iqn.x" } }],
      credentials: [
        { svm: { uuid: svm1, name: "svm1" }, initiator: "default", authentication_type: "deny" },
        {
          svm: { uuid: svm1, name: "svm1" },
          initiator: "iqn.1995-08.com.example:a",
          authentication_type: "chap",
          chap: { inbound: { user: "in", password: "secret" }, outbound: { user: "out", password: "mirror" } },
          initiator_address: { ranges: [{ start: "10.0.0.1", end: "10.0.0.2" }], masks: [] },
        },
      ],
      sessions: [
        {
          svm: { uuid: svm1, name: "svm1" },
          target_portal_group: "lif1",
          tsih: 7,
          initiator: { name: "iqn.1995-08.com.example:a" },
          isid: "00:02:3d:00:00:07",
          target_portal_group_tag: 1027,
          connections: [
            {
              cid: 1,
              authentication_type: "chap",
              initiator_address: { address: "10.0.0.1", port: 50000 },
              interface: { name: "lif1", uuid: "u1", ip: { address: "10.0.0.9", port: 3260 } },
            },
          ],
        },
      ],
      interfaces: [
        {
          svm: { uuid: svm1, name: "svm1" },
          name: "lif1",
          uuid: "u1",
          ip: { address: "10.0.0.9" },
          enabled: true,
          services: ["data_iscsi"],
        },
      ],
      igroups: [
        {
          svm: { uuid: svm1, name: "svm1" },
          uuid: "g1",
          name: "hosts",
          initiators: [{ name: "iqn.1995-08.com.example:a" }],
        },
      ],
    };
    expect(await cluster.control("PUT", "/state", fixture)).toEqual(fixture);
    expect(await cluster.control("GET", "/state")).toEqual(fixture);
  });

  test("a new state leaves settings, faults, clock and log alone", async () => {
    await cluster.call("GET", services);
    await cluster.control("PUT", "/settings", { maxPage: 7, version: "9.11.1" });
    await cluster.control("POST", "/faults", { kind: "locked", match: { method: "POST" } });
    await cluster.control("PUT", "/clock", { now: "2030-01-01T00:00:00Z" });
    await cluster.control("PUT", "/state", { svms: [{ name: "other" }] });
    expect(await cluster.control("GET", "/settings")).toMatchObject({ maxPage: 7, version: { major: 11 } });
    expect(await cluster.control("GET", "/faults")).toHaveLength(1);
    expect(await cluster.control("GET", "/requests")).toHaveLength(1);
    expect(await cluster.control("GET", "/clock")).toEqual({ now: expect.stringMatching(/^2030-01-01T00:00/) });
    expect((await cluster.call("GET", "/api/svm/svms?name=other")).body.num_records).toBe(1);
  });

  test("a bad state is refused with its place and changes nothing", async () => {
    const answer = await cluster.tryControl("PUT", "/state", {
      svms: [{ name: "a" }],
      services: [{ svm: { name: "b" } }],
    });
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'services[0].svm "b" is not among the fixture\'s svms' },
    ]);
    expect(Object(await cluster.control("GET", "/state")).svms).toHaveLength(2);
  });

  test("the clock is that of metrics and of the log", async () => {
    await cluster.call("POST", services, { svm: { name: "svm1" } });
    await cluster.control("PUT", "/clock", { now: "2025-12-31T23:00:20Z" });
    const { body } = await cluster.call("GET", `${services}/${svm1}?fields=metric`);
    expect(body.metric).toMatchObject({ timestamp: expect.stringMatching(/^2025-12-31T23:00:/) });
    expect(Object(await cluster.control("GET", "/requests")).at(-1).at).toMatch(/^2025-12-31T23:00:2/);
  });

  test("maxPage caps every page", async () => {
    for (const name of ["svm1", "svm2"]) {
      await cluster.call("POST", services, { svm: { name } });
    }
    await cluster.control("PUT", "/settings", { maxPage: 1 });
    const { body } = await cluster.call("GET", `${credentials}?max_records=50`);
    expect([body.num_records, Object(body._links).next]).toEqual([1, { href: expect.stringContaining("start.") }]);
    expect(body.records).toMatchObject([{ svm: { uuid: svm1 } }]);
    const second = await cluster.call("GET", Object(Object(body._links).next).href);
    expect(second.body.records).toMatchObject([{ svm: { uuid: svm2 } }]);
  });

  test.each([
    ["PUT", "/settings", { latencyMs: -1 }, 400],
    ["PUT", "/settings", { maxPage: 0 }, 400],
    ["PUT", "/settings", { version: "new" }, 400],
    ["PUT", "/settings", { personality: "afx" }, 400],
    ["PUT", "/settings", { users: [{ name: "x" }] }, 400],
    ["PUT", "/settings", { users: [{ name: "x", password: "y", role: "god" }] }, 400],
    ["PUT", "/settings", { users: [{ name: "x", password: "y" }] }, 400],
    ["PUT", "/settings", { version: { generation: 9, major: 13, minor: 1, patch: 2 } }, 400],
    ["PUT", "/settings", { unknowns: { colour: true } }, 400],
    ["PUT", "/settings", { unknowns: { addressText: "red" } }, 400],
    ["PUT", "/settings", { unknowns: true }, 400],
    ["PUT", "/settings", { colour: "red" }, 400],
    ["PUT", "/clock", { now: "soon" }, 400],
    ["PUT", "/clock", {}, 400],
    ["PUT", "/clock", { now: "1" }, 400],
    ["PUT", "/clock", { now: "2025" }, 400],
    ["PUT", "/clock", { now: "2025-13-01T00:00:00Z" }, 400],
    ["PUT", "/clock", { now: "2025-02-30T00:00:00Z" }, 400],
    ["PUT", "/state", "[", 400],
    ["PUT", "/state", [], 400],
    ["DELETE", "/sessions?colour=red", undefined, 400],
    ["DELETE", "/sessions?tsih=many", undefined, 400],
    ["GET", "/nothing", undefined, 404],
    ["PATCH", "/state", {}, 405],
  ])("%s %s %j is bad input", async (method, path, body, status) => {
    const before = await cluster.control("GET", "/settings");
    const answer = await cluster.tryControl(method, path, body);
    expect([answer.status, answer.body]).toEqual([status, { error: expect.any(String) }]);
    expect(await cluster.control("GET", "/settings")).toEqual(before);
  });

  test("what is neither ONTAP nor the control plane is not found and not logged", async () => {
    expect((await cluster.call("GET", "/")).status).toBe(404);
    expect(await cluster.control("GET", "/requests")).toEqual([]);
  });
});
