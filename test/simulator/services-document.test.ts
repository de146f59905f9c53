import { type Cluster, services, startCluster, svm1, svm2 } from "./client";

/** The worked examples of "Manage iSCSI services", in their own order and with their own numbers. */
describe("the services document", () => {
  let cluster: Cluster;
  const hal = { Accept: "application/hal+json" };
  const identity = (uuid: string, name: string) => ({
    svm: { uuid, name, _links: { self: { href: `/api/svm/svms/${uuid}` } } },
  });
  const self = (uuid: string) => ({ _links: { self: { href: `${services}/${uuid}` } } });
  const target = { name: "iqn.1992-08.com.netapp:sn.19d04b8e94d711e88370005056b48fd2:vs.4", alias: "svm1" };

  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.simulator.close());

  test("creates a service from the SVM's name alone and returns it", async () => {
    const answer = await cluster.call("POST", `${services}?return_records=true`, '{ "svm": { "name": "svm1" } }', hal);
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe(`${services}/${svm1}`);
    const record = { ...identity(svm1, "svm1"), enabled: true, target, ...self(svm1) };
    expect(answer.text).toBe(JSON.stringify({ num_records: 1, records: [record] }, null, 2));
  });

  test("lists the services of all SVMs by their identifiers", async () => {
    await cluster.call("POST", services, { svm: { name: "svm2" } });
    const answer = await cluster.call("GET", services, undefined, hal);
    const expected = {
      records: [
        { ...identity(svm1, "svm1"), ...self(svm1) },
        { ...identity(svm2, "svm2"), ...self(svm2) },
      ],
      num_records: 2,
      _links: { self: { href: services } },
    };
    expect(answer.text).toBe(JSON.stringify(expected, null, 2));
  });

  test("retrieves one service by the UUID of its SVM", async () => {
    const answer = await cluster.call("GET", `${services}/${svm1}`, undefined, hal);
    const record = { ...identity(svm1, "svm1"), enabled: true, target, ...self(svm1) };
    expect(answer.text).toBe(JSON.stringify(record, null, 2));
  });

  test('disables a service with the string "false" and shows it with fields=enabled', async () => {
    const patched = await cluster.call("PATCH", `${services}/${svm1}`, '{ "enabled": "false" }', hal);
    expect([patched.status, patched.text]).toEqual([200, "{\n}"]);
    const answer = await cluster.call("GET", `${services}/${svm1}?fields=enabled`, undefined, hal);
    const record = { ...identity(svm1, "svm1"), enabled: false, ...self(svm1) };
    expect(answer.text).toBe(JSON.stringify(record, null, 2));
  });

  test("deletes the disabled service", async () => {
    const deleted = await cluster.call("DELETE", `${services}/${svm1}`, undefined, hal);
    expect([deleted.status, deleted.text]).toEqual([200, "{\n}"]);
    expect((await cluster.call("GET", `${services}/${svm1}`)).body).toMatchObject({ error: { code: "5374078" } });
  });
});

/** "Create an iSCSI service", the page of an older release. */
test("the SVM may be named by name and UUID together, as in the older page", async () => {
  const uuid = "02c9e252-41be-11e9-81d5-00a0986138f7";
  const cluster = await startCluster({ fixture: { svms: [{ name: "svm1", uuid }] } });
  const body = {
    _links: { self: { href: "/api/resourcelink" } },
    svm: { _links: { self: { href: "/api/resourcelink" } }, name: "svm1", uuid },
    target: { alias: "svm1" },
  };
  const answer = await cluster.call("POST", `${services}?return_records=true`, body);
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ records: [{ svm: { name: "svm1", uuid }, target: { alias: "svm1" } }] });
  await cluster.simulator.close();
});
