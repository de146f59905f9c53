import type { WireRecord } from "../../simulator/query";
import { type Cluster, codeOf, credentials, recordsOf, services, startCluster, svm1 } from "./client";

const path = `${services}/${svm1}`;

describe("faults", () => {
  let cluster: Cluster;
  const fault = (rule: WireRecord) => cluster.control("POST", "/faults", rule);
  const alias = async () => {
    await cluster.control("DELETE", "/faults");
    return Object((await cluster.call("GET", path)).body.target).alias;
  };
  const patch = () => cluster.call("PATCH", path, { target: { alias: "changed" } });
  const lastRequest = async () => Object(await cluster.control("GET", "/requests")).at(-1);

  beforeEach(async () => {
    cluster = await startCluster();
    await cluster.call("POST", services, { svm: { name: "svm1" } });
    await cluster.call("POST", services, { svm: { name: "svm2" } });
  });
  afterEach(() => cluster.simulator.close());

  const cutConnections: [string, string][] = [
    ["refuse", "svm1"],
    ["reset", "changed"],
    ["loseReply", "changed"],
  ];
  test.each(cutConnections)("%s gives no reply and leaves the alias %s", async (kind, left) => {
    await fault({ match: { method: "PATCH" }, kind });
    await expect(patch()).rejects.toThrow("fetch failed");
    expect(await lastRequest()).toMatchObject({ method: "PATCH", status: 0 });
    expect(await alias()).toBe(left);
  });

  test("a reset is a TCP reset, a lost reply an orderly end", async () => {
    const causes: string[] = [];
    for (const kind of ["reset", "loseReply"]) {
      await fault({ kind, times: 1 });
      const error: unknown = await patch().catch((thrown: unknown) => thrown);
      causes.push(String(Object(Object(error).cause).code));
    }
    expect(causes).toEqual(["ECONNRESET", "UND_ERR_SOCKET"]);
  });

  test("truncate breaks off in the middle of the body", async () => {
    await fault({ match: { method: "GET", path: services }, kind: "truncate" });
    await expect(cluster.call("GET", services, undefined, { "Accept-Encoding": "identity" })).rejects.toThrow(
      "terminated",
    );
    expect(await lastRequest()).toMatchObject({ status: 200 });
  });

  test("latency comes before the effect, a hang after it", async () => {
    await fault({ match: { method: "PATCH" }, kind: "latency", ms: 150 });
    const slow = patch();
    expect((await cluster.call("GET", path)).body.target).toMatchObject({ alias: "svm1" });
    await slow;
    await cluster.control("DELETE", "/faults");
    await fault({ match: { method: "PATCH" }, kind: "hang", ms: 150 });
    const hanging = cluster.call("PATCH", path, { target: { alias: "hung" } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await cluster.call("GET", path)).body.target).toMatchObject({ alias: "hung" });
    expect((await hanging).status).toBe(200);
  });

  test("status answers without any effect, with code, text and Retry-After", async () => {
    await fault({ kind: "status", status: 429, message: "busy", retryAfter: 2 });
    const answer = await patch();
    expect([answer.status, answer.headers.get("retry-after"), answer.body]).toEqual([
      429,
      "2",
      { error: { message: "busy", code: "262160" } },
    ]);
    expect(await alias()).toBe("svm1");
  });

  test("locked refuses three times and then lets go", async () => {
    await fault({ match: { method: "PATCH" }, kind: "locked" });
    const codes = [];
    for (let count = 0; count < 4; count += 1) {
      codes.push(codeOf(await patch()));
    }
    expect(codes).toEqual(["2621573", "2621573", "2621573", undefined]);
  });

  test("partialPage stops early and links on to the rest", async () => {
    await fault({ kind: "partialPage", records: 1, times: 1 });
    const first = await cluster.call("GET", services);
    expect(recordsOf(first)).toHaveLength(1);
    const rest = await cluster.call("GET", String(Object(Object(first.body._links).next).href));
    expect(recordsOf(rest)).toMatchObject([{ svm: { name: "svm2" } }]);
  });

  test("partialPage of no records loses nothing behind its link", async () => {
    await fault({ kind: "partialPage", records: 0, times: 1 });
    const first = await cluster.call("GET", `${services}?svm.name=svm*`);
    expect(first.body).toMatchObject({ records: [], num_records: 0 });
    const href = String(Object(Object(first.body._links).next).href);
    expect(first.headers.get("link")).toBe(`<${href}>; rel="next"`);
    expect((await cluster.call("GET", href)).body.num_records).toBe(2);
  });

  test("emptyPage has neither records nor a link, after the request's own return_timeout", async () => {
    await fault({ kind: "emptyPage" });
    const started = Date.now();
    const answer = await cluster.call("GET", `${services}?max_records=1&return_timeout=1`);
    expect(Date.now() - started).toBeGreaterThanOrEqual(990);
    const self = { href: `${services}?max_records=1&return_timeout=1` };
    expect(answer.body).toEqual({ records: [], num_records: 0, _links: { self } });
    expect(answer.headers.get("link")).toBeNull();
  });

  test("emptyPage leaves writes alone", async () => {
    await fault({ kind: "emptyPage" });
    expect((await patch()).status).toBe(200);
    expect(await alias()).toBe("changed");
  });

  test("a rule for a path also means the spellings of it that clients use", async () => {
    await fault({ match: { path: services }, kind: "status", status: 503 });
    for (const spelling of ["/api//protocols/san/iscsi/services", "/api/v1/protocols/san/iscsi/services"]) {
      expect((await cluster.call("GET", spelling)).status).toBe(503);
    }
  });

  test("a job succeeds late, and its effect with it", async () => {
    await fault({ match: { method: "PATCH" }, kind: "job", outcome: "success", afterMs: 1000 });
    const answer = await patch();
    const { uuid } = Object(answer.body.job);
    const state = async () => (await cluster.call("GET", `/api/cluster/jobs/${uuid}?fields=state`)).body.state;
    expect([answer.status, await state(), await alias()]).toEqual([202, "running", "svm1"]);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect([await state(), await alias()]).toEqual(["success", "changed"]);
  });

  test("a job fails as told, or because the array refuses", async () => {
    const job = async (rule: WireRecord, body: WireRecord) => {
      await cluster.control("DELETE", "/faults");
      await fault({ match: { method: "PATCH" }, kind: "job", ...rule });
      const { uuid } = Object((await cluster.call("PATCH", path, body)).body.job);
      return (await cluster.call("GET", `/api/cluster/jobs/${uuid}?fields=*`)).body;
    };
    const told = await job({ outcome: "failure", code: 42, message: "no" }, { enabled: false });
    expect(told).toMatchObject({ state: "failure", message: "no", code: 42, error: { code: "42", message: "no" } });
    const refused = await job({ outcome: "success" }, { enabled: false, target: { alias: "both" } });
    expect(refused).toMatchObject({ state: "failure", error: { code: "5374081" } });
  });

  test("html is a proxy's page, wrongType JSON of the wrong shape", async () => {
    await fault({ kind: "html", times: 1 });
    const page = await cluster.call("GET", services);
    expect([page.status, page.headers.get("content-type")]).toEqual([502, "text/html"]);
    await fault({ kind: "wrongType" });
    expect((await cluster.call("GET", services)).body.num_records).toBe("many");
    expect((await cluster.call("GET", path)).text).toMatch(/^\[/);
  });

  const matches: [string, WireRecord, boolean[]][] = [
    ["everything", {}, [true, true, true, true]],
    ["a method", { method: "get" }, [true, true, false, true]],
    ["a prefix", { path: credentials }, [false, true, false, false]],
    ["an expression", { path: "/services\\/.+$/" }, [false, false, true, true]],
    ["the second one", { nth: 2 }, [false, true, false, false]],
    ["the second GET", { method: "GET", nth: 2 }, [false, true, false, false]],
  ];
  test.each(matches)("a rule can match %s", async (_what, match, hits) => {
    await fault({ match, kind: "status", status: 503 });
    const answers = [
      await cluster.call("GET", services),
      await cluster.call("GET", credentials),
      await patch(),
      await cluster.call("GET", path),
    ];
    expect(answers.map((answer) => answer.status === 503)).toEqual(hits);
  });

  test("nth counts from the rule's creation, and times goes on from there", async () => {
    await cluster.call("GET", services);
    await fault({ match: { nth: 2 }, times: 2, kind: "status", status: 503 });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) {
      statuses.push((await cluster.call("GET", services)).status);
    }
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(await cluster.control("GET", "/faults")).toMatchObject([{ kind: "status", times: 2, seen: 4 }]);
  });

  test("several rules work together, the oldest outermost", async () => {
    await fault({ kind: "truncate", match: { nth: 2 } });
    await fault({ kind: "status", status: 503, times: 1 });
    expect((await cluster.call("GET", services)).status).toBe(503);
    await expect(cluster.call("GET", services)).rejects.toThrow();
  });

  test.each([
    [{}],
    [{ kind: "earthquake" }],
    [{ kind: "latency" }],
    [{ kind: "latency", ms: -1 }],
    [{ kind: "latency", colour: "red" }],
    [{ kind: "status" }],
    [{ kind: "status", status: 42 }],
    [{ kind: "job", outcome: "maybe" }],
    [{ kind: "reset", match: { nth: 0 } }],
    [{ kind: "reset", match: { path: "/(/" } }],
    [{ kind: "reset", match: { path: "services" } }],
    [{ kind: "reset", match: { method: "FETCH" } }],
    [{ kind: "reset", times: 0 }],
    [{ kind: "reset", times: "often" }],
  ])("the rule %j is bad input", async (rule) => {
    const answer = await cluster.tryControl("POST", "/faults", rule);
    expect([answer.status, answer.body]).toEqual([400, { error: expect.any(String) }]);
  });
});
