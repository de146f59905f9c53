import { type Cluster, codeOf, credentials, services, sessions, startCluster, svm1 } from "../client";
import { basic } from "./basic";

const iscsi = "/api/protocols/san/iscsi";
const login = basic("operator", "o");

describe("a role", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
    await cluster.call("POST", services, { svm: { name: "svm1" } });
  });
  afterAll(() => cluster.simulator.close());

  const give = (privileges: { path: string; access: string }[]) =>
    cluster.control("PUT", "/settings", {
      users: [{ name: "operator", password: "o", role: "own" }],
      roles: [{ name: "own", privileges }],
    });
  const statusOf = async (method: string, path: string, body?: object) =>
    (await cluster.call(method, path, body && JSON.stringify(body), login)).status;

  const levels: [string, number[]][] = [
    ["none", [403, 403, 403, 403, 403]],
    ["readonly", [200, 200, 403, 403, 403]],
    ["read_create", [200, 200, 201, 403, 403]],
    ["read_modify", [200, 200, 403, 200, 403]],
    ["read_create_modify", [200, 200, 201, 200, 403]],
    ["all", [200, 200, 201, 200, 200]],
  ];
  test.each(levels)("with %s may GET, HEAD, POST, PATCH, DELETE so far", async (access, expected) => {
    await give([{ path: credentials, access }]);
    const initiator = `iqn.1995-08.com.example:${access.replaceAll("_", "-")}`;
    const row = { svm: { name: "svm1" }, initiator, authentication_type: "none" };
    const path = `${credentials}/${svm1}/${initiator}`;
    const seen = [
      await statusOf("GET", credentials),
      await statusOf("HEAD", credentials),
      await statusOf("POST", credentials, row),
    ];
    await cluster.call("POST", credentials, row);
    seen.push(await statusOf("PATCH", path, { authentication_type: "deny" }), await statusOf("DELETE", path));
    expect(seen).toEqual(expected);
  });

  test("reaches what is below its paths, and nothing beside them", async () => {
    await give([{ path: `${iscsi}/sessions`, access: "readonly" }]);
    expect(await statusOf("GET", sessions)).toBe(200);
    expect(await statusOf("GET", services)).toBe(403);
    expect(await statusOf("GET", "/api/svm/svms")).toBe(403);
    await give([{ path: "/api/protocols/san/is", access: "all" }]);
    expect(await statusOf("GET", services)).toBe(403);
  });

  test("goes by the longest of its paths that fit, whichever comes first", async () => {
    const [wide, narrow] = [
      { path: iscsi, access: "readonly" },
      { path: services, access: "none" },
    ];
    for (const privileges of [
      [wide, narrow],
      [narrow, wide],
    ]) {
      await give(privileges);
      expect([await statusOf("GET", services), await statusOf("GET", credentials)]).toEqual([403, 200]);
    }
  });

  test("that lacks a right is told so by 403 and 6 or, if the switch says so, by 400 and 6691623", async () => {
    await give([]);
    expect(codeOf(await cluster.call("GET", services, undefined, login))).toBe("6");
    await cluster.control("PUT", "/settings", { unknowns: { missingRight: "6691623" } });
    const answer = await cluster.call("GET", services, undefined, login);
    expect([answer.status, codeOf(answer)]).toEqual([400, "6691623"]);
    await cluster.control("PUT", "/settings", { unknowns: { missingRight: "6" } });
  });

  test("of an earlier release knows none, readonly and all alone", async () => {
    const early = await startCluster({ ontapVersion: "9.10.1" });
    const roles = (access: string) => ({ roles: [{ name: "r", privileges: [{ path: iscsi, access }] }] });
    expect((await early.tryControl("PUT", "/settings", roles("read_modify"))).text).toContain(
      "roles[0].privileges[0].access must be one of none, readonly, all",
    );
    expect((await early.tryControl("PUT", "/settings", roles("all"))).status).toBe(200);
    await early.simulator.close();
  });

  const mistakes: [object, string][] = [
    [{ users: [{ name: "a", password: "p", role: "nobody" }] }, "users[0].role is no role of the cluster; known"],
    [{ users: [{ name: "a", role: "admin" }] }, "users[0].password is missing, and so are token and certificate"],
    [{ roles: [{ name: "admin", privileges: [] }] }, "roles[0].name must not be admin, which is built in"],
    [
      { roles: [{ name: "r", privileges: [{ path: "vserver iscsi", access: "all" }] }] },
      "roles[0].privileges[0].path must begin with /api",
    ],
    [
      {
        roles: [{ name: "r", owner: { name: "svm2" }, privileges: [] }],
        users: [{ name: "a", password: "p", role: "r", svm: "svm1" }],
      },
      "users[0].role is no role of SVM svm1",
    ],
  ];
  test.each(mistakes)("%j is a mistake with a place", async (settings, message) => {
    const answer = await cluster.tryControl("PUT", "/settings", JSON.stringify(settings));
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(message)]);
  });

  test("stands in a fixture too, as do users, and outlives a state that names none", async () => {
    const roles = [{ name: "look", owner: { name: "svm1" }, privileges: [{ path: "/api", access: "readonly" }] }];
    const users = [{ name: "tenant", password: "t", role: "look", svm: "svm1" }];
    const seeded = await startCluster({ fixture: { svms: [{ name: "svm1" }], roles, users } });
    expect(await seeded.control("GET", "/state")).toMatchObject({ roles, users });
    await seeded.control("PUT", "/state", { svms: [{ name: "svm1" }, { name: "svm2" }] });
    expect(await seeded.control("GET", "/settings")).toMatchObject({ roles, users });
    await seeded.control("PUT", "/state", { svms: [{ name: "svm1" }], users: [], roles: [] });
    const state = await seeded.control("GET", "/state");
    expect(state).not.toHaveProperty("users");
    expect(state).not.toHaveProperty("roles");
    await seeded.simulator.close();
  });
});
