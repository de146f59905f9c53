import { type Cluster, codeOf, credentials, recordsOf, services, sessions, startCluster, svm1, svm2 } from "../client";
import { basic } from "./basic";

const tenant = basic("tenant", "t");
const initiator = "iqn.1995-08.com.example:host";

describe("a user of one SVM", () => {
  let cluster: Cluster;
  beforeEach(async () => {
    const users = [{ name: "tenant", password: "t", role: "vsadmin", svm: "svm1" }];
    cluster = await startCluster({ fixture: { users } });
    for (const name of ["svm1", "svm2"]) {
      await cluster.call("POST", services, { svm: { name } });
    }
    await cluster.call("POST", credentials, { svm: { name: "svm2" }, initiator, authentication_type: "none" });
  });
  afterEach(() => cluster.simulator.close());

  const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    cluster.call(method, path, body && JSON.stringify(body), { ...tenant, ...headers });

  test.each([services, credentials, "/api/svm/svms"])("finds that SVM's objects alone in %s", async (path) => {
    const names = recordsOf(await call("GET", `${path}?fields=*`)).map((record) => JSON.stringify(record));
    expect(names).toHaveLength(1);
    expect(names[0]).toContain("svm1");
  });

  test.each([
    `${services}?svm.name=svm2`,
    `${services}?svm.uuid=${svm2}`,
    `${credentials}?initiator=${initiator}`,
    `${sessions}?svm.name=svm2`,
  ])("finds nothing by %s", async (query) => {
    const answer = await call("GET", query);
    expect([answer.status, answer.body.num_records]).toEqual([200, 0]);
  });

  const row = { initiator, authentication_type: "none" };
  const others: { method: string; path: string; body?: object; headers?: Record<string, string> }[] = [
    { method: "GET", path: `${services}/${svm2}` },
    { method: "GET", path: `${services}/${svm2}/metrics` },
    { method: "GET", path: `${credentials}/${svm2}/${initiator}` },
    { method: "GET", path: `/api/svm/svms/${svm2}` },
    { method: "PATCH", path: `${services}/${svm2}`, body: { enabled: false } },
    { method: "DELETE", path: `${credentials}/${svm2}/${initiator}` },
    { method: "POST", path: credentials, body: { svm: { name: "svm2" }, ...row } },
    { method: "POST", path: credentials, body: { svm: { uuid: svm2 }, ...row } },
    { method: "GET", path: services, headers: { "X-Dot-SVM-Name": "svm2" } },
  ];
  test.each(others)("does not know the other SVM: $method $path", async ({ method, path, body, headers }) => {
    const before = await cluster.control("GET", "/state");
    expect(codeOf(await call(method, path, body, headers))).toBe("2621462");
    for (const code of ["2621706", "6"]) {
      await cluster.control("PUT", "/settings", { unknowns: { otherSvmForSvmUser: code } });
      expect(codeOf(await call(method, path, body, headers))).toBe(code);
    }
    expect(await cluster.control("GET", "/state")).toEqual(before);
  });

  test("changes nothing of another SVM by a query that fits everything", async () => {
    await call("PATCH", `${services}?enabled=true`, { target: { alias: "mine" } });
    const list = await cluster.call("GET", `${services}?fields=target.alias&order_by=svm.name`);
    expect(recordsOf(list).map((record) => JSON.stringify(record.target))).toEqual([
      '{"alias":"mine"}',
      '{"alias":"svm2"}',
    ]);
  });

  test("needs to name no SVM, and changes its own", async () => {
    const made = await call("POST", credentials, { initiator, authentication_type: "none" });
    expect([made.status, made.headers.get("location")]).toEqual([201, expect.stringContaining(svm1)]);
    expect((await call("PATCH", `${services}/${svm1}`, { target: { alias: "x" } })).status).toBe(200);
  });

  test("is refused what the cluster alone has, unless the switch lets its role decide", async () => {
    const paths = ["/api/cluster", "/api/cluster/jobs/x", "/api/cluster/licensing/licenses"];
    const codes = async () => Promise.all(paths.map(async (path) => codeOf(await call("GET", path))));
    expect(await codes()).toEqual(["6", "6", "6"]);
    await cluster.control("PUT", "/settings", { unknowns: { clusterForSvmUser: "answer" } });
    expect(await codes()).toEqual([undefined, "4", undefined]);
  });
});
