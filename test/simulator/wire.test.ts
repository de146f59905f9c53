import { request } from "node:http";
import { pathSegments } from "../../simulator/wire/request-path";
import { type Cluster, codeOf, credentials, services, startCluster, svm1 } from "./client";

describe("the wire", () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster();
    await cluster.call("POST", services, { svm: { name: "svm1" } });
  });
  afterAll(() => cluster.simulator.close());

  test("an empty list has its brackets on two lines", async () => {
    const { text } = await cluster.call("GET", "/api/protocols/san/iscsi/sessions");
    expect(text).toBe(
      '{\n  "records": [\n  ],\n  "num_records": 0,\n  "_links": {\n    "self": {\n      "href": "/api/protocols/san/iscsi/sessions"\n    }\n  }\n}',
    );
  });

  test("pretty=false puts everything on one line", async () => {
    const { text } = await cluster.call("GET", `${services}?return_records=false&pretty=false`);
    expect(text).toBe(`{"num_records":1,"_links":{"self":{"href":"${services}?return_records=false&pretty=false"}}}`);
  });

  test("replies bear the headers of a recorded one", async () => {
    const { headers } = await cluster.call("GET", services);
    expect(Object.fromEntries(headers)).toMatchObject({
      server: "libzapid-httpd",
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache,no-store,must-revalidate",
      "content-type": "application/hal+json",
      vary: "Accept-Encoding",
      "content-encoding": "gzip",
    });
  });

  test("bodies come as they are where gzip is not offered, or would be longer", async () => {
    const plain = await cluster.call("GET", services, undefined, { "Accept-Encoding": "identity" });
    expect(plain.headers.get("content-encoding")).toBeNull();
    const tiny = await cluster.call("PATCH", `${services}/${svm1}`, { enabled: true });
    expect([tiny.headers.get("content-length"), tiny.headers.get("content-encoding")]).toEqual(["3", null]);
  });

  test("plain JSON has no links but next, which also stands in a header", async () => {
    const accept = { Accept: "application/json" };
    const all = await cluster.call("GET", services, undefined, accept);
    expect(all.headers.get("content-type")).toBe("application/json");
    expect(all.text).not.toContain("_links");
    const page = await cluster.call("GET", `${services}?max_records=1`, undefined, accept);
    const href = `${services}?start.svm.uuid=${svm1}&max_records=1`;
    expect(page.body._links).toEqual({ next: { href } });
    expect(page.headers.get("link")).toBe(`<${href}>; rel="next"`);
  });

  test.each([
    ["/api/v1/protocols/san/iscsi/services"],
    ["/api//protocols/san/iscsi/services"],
    ["/api/protocols/san/iscsi/sessions/../services"],
    ["/api/protocols/san/iscsi/services/"],
  ])("%s is the same collection", async (path) => {
    expect((await cluster.call("GET", path)).body.num_records).toBe(1);
  });

  test("an encoded slash belongs to the key, and so do encoded dots", async () => {
    expect(codeOf(await cluster.call("GET", `${credentials}/${svm1}/x%2Fy`))).toBe("4");
    expect(pathSegments("/api/a/%2E%2E")).toEqual(["api", "a", ".."]);
  });

  test("the collection's self link echoes the query as it was sent", async () => {
    const { body } = await cluster.call("GET", `${services}?fields=%2A&svm.name=svm1`);
    expect(body._links).toEqual({ self: { href: `${services}?fields=%2A&svm.name=svm1` } });
  });

  test("HEAD has the headers of a GET and no body; OPTIONS lists the methods", async () => {
    const head = await cluster.call("HEAD", services, undefined, { "Accept-Encoding": "identity" });
    const get = await cluster.call("GET", services, undefined, { "Accept-Encoding": "identity" });
    expect([head.status, head.text, head.headers.get("content-length")]).toEqual([
      200,
      "",
      get.headers.get("content-length"),
    ]);
    const options = await cluster.call("OPTIONS", services);
    expect([options.text, options.headers.get("allow")]).toEqual(["{\n}", "GET, POST, PATCH, DELETE, HEAD, OPTIONS"]);
  });

  test("JSON is taken whatever its content type", async () => {
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await cluster.call("PATCH", `${services}/${svm1}`, { target: { alias: "form" } }, form);
    expect(answer.status).toBe(200);
  });

  test.each([
    ['{"enabled":true,"enabled":false}', "262282"],
    ['{"target":{"alias":"a"},"target":{"alias":"b"}}', "262282"],
    ['{"target":{"alias":"a","\\u0061lias":"b"}}', "262282"],
    ['{"target":{"alias":"a"},"target.alias":"b"}', "262282"],
    ['{"target.alias":"a","target":{"alias":"b"}}', "262282"],
    ['{"target":{"alias":"a"},"target.alias.x":"b"}', "262282"],
    ['{"__proto__":{"enabled":false}}', "262179"],
    ['{"toString":1}', "262179"],
    ['{"target.__proto__.alias":"a","target":{"alias":"b"}}', "262179"],
    ['{"enabled":1e999}', "262200"],
    ['{"enabled":[true]}', "262255"],
    ['{"target":[{"alias":"a"}]}', "262255"],
    ['{"enabled":', "262199"],
    ['{"target":{"alias":"\\ud83d"}}', "262199"],
    ['{"\\udca9\\ud83d":1}', "262199"],
    ["[]", "262201"],
  ])("the body %s is refused with %s", async (body, code) => {
    expect(codeOf(await cluster.call("PATCH", `${services}/${svm1}`, body))).toBe(code);
  });

  test("keys that other objects bear too, and braces in texts, are no repetition", async () => {
    const body = '{"svm":{},"target":{"_links":{"svm":{}},"alias":"\\"{\\"target\\":"}}';
    expect((await cluster.call("PATCH", `${services}/${svm1}`, body)).status).toBe(200);
  });

  test("a pair of surrogates is a character, and what only looks like half of one is text", async () => {
    const body = '{"target":{"alias":"\\ud83d\\udca9\\\\ud800"}}';
    expect((await cluster.call("PATCH", `${services}/${svm1}`, body)).status).toBe(200);
    expect((await cluster.call("GET", `${services}/${svm1}`)).body.target).toMatchObject({ alias: "\u{1f4a9}\\ud800" });
  });

  test.each(["GET", "HEAD"])("%s takes no body", async (method) => {
    const status = await new Promise((resolve) => {
      const { simulator } = cluster;
      const options = { method, auth: `${simulator.username}:${simulator.password}` };
      request(simulator.url + services, options, (response) => resolve(response.resume().statusCode)).end('{"a":1}');
    });
    expect(status).toBe(400);
  });

  test.each([
    "2025-12-31T23%3A00%3A15Z",
    "2025-12-31+23%3A00%3A15%2B00%3A00",
    "2025-12-31T23:00:15+00:00",
    "2025-12-31T23%3A00%3A15%2B00%3A00",
    "2025-12-31%2023:00:15%20%2B0000",
    "2026-01-01T00:00:15+01:00",
  ])("a metric is found by %s", async (timestamp) => {
    await cluster.control("PUT", "/clock", { now: "2026-01-01T00:00:00Z" });
    const answer = await cluster.call("GET", `${services}/${svm1}/metrics/${timestamp}`);
    expect([answer.status, answer.body.timestamp]).toEqual([200, "2025-12-31T23:00:15Z"]);
  });

  test("errors bear a code as text and the field to blame", async () => {
    const answer = await cluster.call("GET", `${services}?colour=red`);
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: { message: expect.any(String), code: "262179", target: "colour" } },
    ]);
  });

  test.each([
    ["GET", "/api/storage/volumes", 404],
    ["PUT", services, 405],
    ["GET", `${services}/%zz`, 400],
    ["GET", `${services}?a=%zz`, 400],
  ])("%s %s is refused with %i", async (method, path, status) => {
    expect((await cluster.call(method, path)).status).toBe(status);
  });

  test("the cluster tells its release and only what is asked for", async () => {
    const { body } = await cluster.call("GET", "/api/cluster?fields=version");
    expect(body).toEqual({
      version: { full: expect.stringContaining("9.16.1"), generation: 9, major: 16, minor: 1 },
      _links: { self: { href: "/api/cluster" } },
    });
  });

  test("SVMs and interfaces can be looked up as clients do", async () => {
    const svms = await cluster.call("GET", "/api/svm/svms?name=svm1&fields=uuid,name,state,iscsi");
    expect(svms.body.records).toMatchObject([
      { uuid: svm1, state: "running", iscsi: { allowed: true, enabled: true } },
    ]);
    const lifs = await cluster.call("GET", "/api/network/ip/interfaces?services=data_iscsi&fields=ip.address,enabled");
    expect(lifs.body.num_records).toBe(4);
    expect((await cluster.call("GET", `/api/svm/svms/${svm1}`)).body.name).toBe("svm1");
  });
});
