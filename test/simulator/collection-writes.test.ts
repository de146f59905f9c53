import { type Cluster, codeOf, credentials, recordsOf, services, startCluster, svm1 } from "./client";

const row = (name: string, type = "none") => ({
  svm: { name: "svm1" },
  initiator: `iqn.1995-08.com.example:${name}`,
  authentication_type: type,
});

describe("writes on a collection", () => {
  let cluster: Cluster;
  const types = async () => {
    const rows = recordsOf(await cluster.call("GET", `${credentials}?fields=authentication_type&initiator=iqn*`));
    return rows.map((each) => `${String(each.initiator).split(":")[1]}=${each.authentication_type}`);
  };
  const jobOf = async (body: Record<string, unknown>) => {
    const { uuid } = Object(body.job);
    return (await cluster.call("GET", `/api/cluster/jobs/${uuid}?fields=message%2Cstate%2Cerror`)).body;
  };

  beforeEach(async () => {
    cluster = await startCluster();
    await cluster.call("POST", services, { svm: { name: "svm1" } });
    for (const name of ["a", "b", "c"]) {
      await cluster.call("POST", credentials, row(name));
    }
  });
  afterEach(() => cluster.simulator.close());

  test("PATCH with a query writes every record that it picks", async () => {
    const query = "?initiator=*:a|*:b&return_records=true";
    const answer = await cluster.call("PATCH", credentials + query, { authentication_type: "deny" });
    expect([answer.status, answer.body.num_records, recordsOf(answer).length]).toEqual([200, 2, 2]);
    expect(await types()).toEqual(["a=deny", "b=deny", "c=none"]);
  });

  test("DELETE with a query takes {} as a body and leaves what it does not pick", async () => {
    expect((await cluster.call("DELETE", `${credentials}?initiator=!default`, {})).status).toBe(200);
    expect(await types()).toEqual([]);
  });

  test("max_records cuts a write short and links on with the same method", async () => {
    const answer = await cluster.call("DELETE", `${credentials}?initiator=iqn*&max_records=2`);
    const next = String(Object(Object(answer.body._links).next).href);
    expect(await types()).toEqual(["c=none"]);
    await cluster.call("DELETE", next);
    expect(await types()).toEqual([]);
  });

  test("a DELETE that picks the default row too fails on it, or at the end of the rest", async () => {
    expect(codeOf(await cluster.call("DELETE", `${credentials}?svm.name=svm1`))).toBe("5374148");
    expect(await types()).toHaveLength(3);
    const answer = await cluster.call("DELETE", `${credentials}?svm.name=svm1&continue_on_failure=true`);
    expect(codeOf(answer)).toBe("5374148");
    expect(await types()).toEqual([]);
  });

  test.each(["PATCH", "DELETE"])("%s without a filter is refused", async (method) => {
    expect(
      codeOf(await cluster.call(method, credentials, method === "PATCH" ? { authentication_type: "deny" } : {})),
    ).toBe("262212");
  });

  test("POST of records is a job with results", async () => {
    const answer = await cluster.call("POST", credentials, { records: [row("d"), row("e", "deny")] });
    expect(answer.status).toBe(202);
    const { uuid, _links } = Object(answer.body.job);
    expect(_links.self.href).toBe(`/api/cluster/jobs/${uuid}`);
    expect(await jobOf(answer.body)).toMatchObject({ state: "success", message: "success" });
    const results = await cluster.call("GET", _links.results.href);
    expect(recordsOf(results)).toMatchObject([{ authentication_type: "none" }, { authentication_type: "deny" }]);
    expect(await types()).toHaveLength(5);
  });

  test("a client that waits is told of a job that is done already, and still asks after one that failed", async () => {
    const records = [row("d")];
    const wait = `${credentials}?return_timeout=15`;
    const made = await cluster.call("POST", wait, { records });
    expect([made.status, Object(made.body.job)._links.self.href]).toEqual([
      201,
      expect.stringMatching(/^\/api\/cluster\/jobs\//),
    ]);
    expect((await cluster.call("PATCH", wait, { records: [row("d", "deny")] })).status).toBe(200);
    const failed = await cluster.call("POST", wait, { records });
    expect([failed.status, await jobOf(failed.body)]).toMatchObject([202, { state: "failure" }]);
  });

  test("PATCH of records bears the keys in each record", async () => {
    const answer = await cluster.call("PATCH", credentials, { records: [row("a", "deny"), row("c", "deny")] });
    expect(answer.status).toBe(202);
    expect(await types()).toEqual(["a=deny", "b=none", "c=deny"]);
  });

  test("DELETE of records", async () => {
    const records = ["a", "b"].map((name) => ({ "svm.uuid": svm1, initiator: row(name).initiator }));
    await cluster.call("DELETE", credentials, { records });
    expect(await types()).toEqual(["c=none"]);
  });

  test("a failing job tells its code and undoes a POST, but not with continue_on_failure", async () => {
    const records = [row("d"), row("a"), row("e")];
    const failed = await cluster.call("POST", credentials, { records });
    expect(await jobOf(failed.body)).toMatchObject({ state: "failure", error: { code: "5374142" } });
    expect(await types()).toHaveLength(3);
    await cluster.call("POST", `${credentials}?continue_on_failure=true`, { records });
    expect(await types()).toHaveLength(5);
  });

  test("a failing DELETE of records undoes nothing", async () => {
    const records = [row("a"), row("missing"), row("b")].map(({ svm, initiator }) => ({ svm, initiator }));
    await cluster.call("DELETE", credentials, { records });
    expect(await types()).toEqual(["b=none", "c=none"]);
  });

  test("a finished job is forgotten after 300 seconds", async () => {
    const { body } = await cluster.call("POST", credentials, { records: [row("d")] });
    await cluster.control("PUT", "/clock", { now: new Date(Date.now() + 299_000).toISOString() });
    expect(await jobOf(body)).toMatchObject({ state: "success" });
    await cluster.control("PUT", "/clock", { now: new Date(Date.now() + 302_000).toISOString() });
    expect(await jobOf(body)).toMatchObject({ error: { code: "4" } });
  });
});
