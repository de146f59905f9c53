import { type Cluster, codeOf, credentials, services, startCluster, svm1, svm2 } from "../client";
import { basic } from "./basic";

const users = [
  { name: "viewer", password: "v", role: "readonly" },
  { name: "tenant", password: "t", role: "vsadmin", svm: "svm1" },
];

describe("access", () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster({ password: "pässword:with colon" });
    await cluster.call("POST", services, { svm: { name: "svm1" } });
    await cluster.call("POST", services, { svm: { name: "svm2" } });
    await cluster.control("PUT", "/settings", { users });
  });
  afterAll(() => cluster.simulator.close());

  test("a wrong login is a 401 with a challenge", async () => {
    for (const headers of [{ Authorization: "" }, basic("admin", "wrong"), { Authorization: "Bearer wrong" }]) {
      const answer = await cluster.call("GET", services, undefined, headers);
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, expect.stringContaining("Basic")]);
    }
  });

  test("a user's password is also a bearer token, from 9.14 on", async () => {
    const bearer = { Authorization: "Bearer v" };
    expect((await cluster.call("GET", services, undefined, bearer)).status).toBe(200);
    await cluster.control("PUT", "/settings", { version: "9.13.1" });
    expect((await cluster.call("GET", services, undefined, bearer)).status).toBe(401);
    await cluster.control("PUT", "/settings", { version: { generation: 9, major: 16, minor: 1 } });
  });

  test("a user with a token has no need of a password, and of one with both either will do", async () => {
    await cluster.control("PUT", "/settings", {
      users: [
        { name: "robot", token: "eyJhbGciOi.x.y", role: "readonly" },
        { name: "both", password: "p", token: "t", role: "readonly" },
      ],
    });
    const tries = [{ Authorization: "Bearer eyJhbGciOi.x.y" }, basic("robot", ""), basic("robot", "eyJhbGciOi.x.y")];
    const others = [
      { Authorization: "Bearer t" },
      { Authorization: "Bearer p" },
      basic("both", "p"),
      basic("both", "t"),
    ];
    const statuses = [...tries, ...others].map((header) => cluster.call("GET", services, undefined, header));
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 401, 401, 200, 200, 200, 401]);
    await cluster.control("PUT", "/settings", { users });
  });

  test("a readonly user may look but not write", async () => {
    expect((await cluster.call("GET", services, undefined, basic("viewer", "v"))).status).toBe(200);
    const answer = await cluster.call("PATCH", `${services}/${svm1}`, { enabled: false }, basic("viewer", "v"));
    expect([answer.status, codeOf(answer)]).toEqual([403, "6"]);
  });

  test("a vsadmin sees its own SVM and nothing of the cluster", async () => {
    const tenant = basic("tenant", "t");
    expect((await cluster.call("GET", services, undefined, tenant)).body.num_records).toBe(1);
    expect(codeOf(await cluster.call("GET", "/api/cluster?fields=version", undefined, tenant))).toBe("6");
    expect(codeOf(await cluster.call("GET", "/api/cluster/jobs/x", undefined, tenant))).toBe("6");
    expect(codeOf(await cluster.call("GET", `${services}/${svm2}`, undefined, tenant))).toBe("2621462");
  });

  test.each([{ "X-Dot-SVM-Name": "svm2" }, { "X-Dot-SVM-UUID": svm2 }])(
    "%j confines a call to one SVM",
    async (tunnel) => {
      const list = await cluster.call("GET", credentials, undefined, tunnel);
      expect(list.body).toMatchObject({ records: [{ svm: { name: "svm2" } }], num_records: 1 });
      const row = { initiator: "iqn.1995-08.com.example:a", authentication_type: "none" };
      const made = await cluster.call("POST", credentials, row, tunnel);
      expect(made.headers.get("location")).toContain(svm2);
      await cluster.call("DELETE", made.headers.get("location") ?? "", undefined, tunnel);
    },
  );

  const contradictions: [string, string, string, object | undefined, Record<string, string>, string][] = [
    ["body", "POST", services, { svm: { name: "svm1" } }, { "X-Dot-SVM-Name": "svm2" }, "2621706"],
    ["query", "GET", `${services}?svm.name=svm1`, undefined, { "X-Dot-SVM-Name": "svm2" }, "2621706"],
    ["path", "GET", `${services}/${svm1}`, undefined, { "X-Dot-SVM-Name": "svm2" }, "2621706"],
    ["other header", "GET", services, undefined, { "X-Dot-SVM-Name": "svm2", "X-Dot-SVM-UUID": svm1 }, "2621706"],
    ["metrics", "GET", `${services}/${svm1}/metrics`, undefined, { "X-Dot-SVM-Name": "svm2" }, "2621706"],
    ["list of SVMs", "GET", services, undefined, { "X-Dot-SVM-Name": "nowhere" }, "2621462"],
  ];
  test.each(contradictions)(
    "a tunnel that contradicts the %s is refused",
    async (_what, method, path, body, headers, code) => {
      const answer = await cluster.call(method, path, body && JSON.stringify(body), headers);
      expect(codeOf(answer)).toBe(code);
    },
  );

  test("a user of the first one's name takes its place", async () => {
    await cluster.control("PUT", "/settings", { users: [{ name: "admin", password: "renewed", role: "admin" }] });
    expect((await cluster.call("GET", services, undefined, basic("admin", "renewed"))).status).toBe(200);
    expect((await cluster.call("GET", services, undefined, basic("admin", "pässword:with colon"))).status).toBe(401);
  });
});
