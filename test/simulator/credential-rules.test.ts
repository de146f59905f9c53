import type { Json, WireRecord } from "../../simulator/query";
import { isRecord } from "../../simulator/wire/json";
import { type Cluster, codeOf, credentials, startCluster, svm1, svm2 } from "./client";

const initiator = "iqn.1995-08.com.example:string";
const path = `${credentials}/${svm1}/${initiator}`;
const pair = (user: string, password: string) => ({ user, password });
const inbound = pair("in", "secret-in-123");
const outbound = pair("out", "secret-out-123");
const chap = { authentication_type: "chap", chap: { inbound, outbound } };

describe("iSCSI credentials", () => {
  let cluster: Cluster;
  const post = (body: WireRecord) => cluster.call("POST", credentials, { svm: { name: "svm1" }, initiator, ...body });
  const patch = (body: Json, query = "") => cluster.call("PATCH", path + query, body);
  const stored = async () => {
    const state = await cluster.control("GET", "/state");
    const rows = isRecord(state) && Array.isArray(state.credentials) ? state.credentials : [];
    return rows.find((row: WireRecord) => row.initiator === initiator);
  };

  beforeAll(async () => {
    cluster = await startCluster();
  });
  beforeEach(async () => {
    await cluster.control("PUT", "/state", {
      svms: [
        { name: "svm1", uuid: svm1 },
        { name: "svm2", uuid: svm2 },
      ],
      services: [{ svm: { name: "svm1" } }],
    });
  });
  afterAll(() => cluster.simulator.close());

  const refusedPosts: [string, WireRecord, number, string][] = [
    ["no SVM", { svm: {} }, 400, "2621707"],
    ["an unknown SVM", { svm: { name: "nowhere" } }, 404, "2621462"],
    ["a name and a UUID of two SVMs", { svm: { name: "svm1", uuid: svm2 } }, 400, "2621706"],
    ["an SVM without a service", { svm: { name: "svm2" } }, 404, "5374078"],
    ["no initiator", { initiator: null }, 400, "262212"],
    ["no type", { authentication_type: null }, 400, "262212"],
    ["an unknown type", { authentication_type: "kerberos" }, 400, "262197"],
    ["the default initiator", { initiator: "default" }, 409, "5374142"],
    ["chap and no secrets", { authentication_type: "chap" }, 400, "5374149"],
    ["no inbound password", { ...chap, chap: { inbound: { user: "in" } } }, 400, "5374149"],
    ["no inbound user", { ...chap, chap: { inbound: { password: "secret" } } }, 400, "5374149"],
    ["outbound alone", { ...chap, chap: { outbound } }, 400, "5374149"],
    ["no outbound password", { ...chap, chap: { inbound, outbound: { user: "out" } } }, 400, "5374150"],
    ["no outbound user", { ...chap, chap: { inbound, outbound: { password: "x" } } }, 400, "262212"],
    ["equal passwords", { ...chap, chap: { inbound, outbound: pair("out", inbound.password) } }, 400, "5374147"],
    ["an odd count of hex digits", { ...chap, chap: { inbound: pair("in", "0xabc") } }, 400, "5374145"],
    ["no hex digits", { ...chap, chap: { inbound: pair("in", "0Xzz") } }, 400, "5374145"],
    ["a password of 513 bytes", { ...chap, chap: { inbound: pair("in", "x".repeat(513)) } }, 400, "262197"],
    ["a user of 129 bytes", { ...chap, chap: { inbound: pair("x".repeat(129), "secret") } }, 400, "262197"],
    ["secrets with none", { ...chap, authentication_type: "none" }, 400, "5374900"],
    ["secrets with deny", { ...chap, authentication_type: "DENY" }, 400, "5374900"],
    ["an unknown field", { chap: { sideways: 1 } }, 400, "262179"],
  ];
  test.each(refusedPosts)(
    "a POST with %s is refused and never repeats a password",
    async (_what, body, status, code) => {
      const answer = await post({ authentication_type: "none", ...body });
      expect([answer.status, codeOf(answer)]).toEqual([status, code]);
      expect(answer.text).not.toMatch(/secret-|xxxx/);
    },
  );

  test("a second POST for the same initiator is refused", async () => {
    expect((await post({ authentication_type: "none", chap: {} })).status).toBe(201);
    const answer = await post({ authentication_type: "none" });
    expect([answer.status, codeOf(answer)]).toEqual([409, "5374142"]);
  });

  test("a GET never shows a password, be it asked for by name", async () => {
    await post(chap);
    expect((await cluster.call("GET", `${path}?fields=**`)).text).not.toContain("password");
    expect(codeOf(await cluster.call("GET", `${path}?fields=chap.inbound.password`))).toBe("262249");
  });

  const refusedPatches: [string, Json, string][] = [
    ["secrets without the type", { chap: { inbound } }, "5374149"],
    ["outbound without inbound", { authentication_type: "chap", chap: { outbound } }, "5374149"],
    ["only the difference", { chap: { outbound } }, "5374149"],
    [
      "a password of null",
      { authentication_type: "chap", chap: { inbound: { user: "in", password: null } } },
      "5374149",
    ],
    ["secrets with none", { authentication_type: "none", chap: { inbound } }, "5374900"],
    [
      "the stored outbound password",
      { authentication_type: "chap", chap: { inbound: pair("in", outbound.password) } },
      "5374147",
    ],
    ["nothing", {}, "262190"],
    ["the SVM", { svm: { uuid: svm1 } }, "262203"],
    ["another initiator", { initiator: "iqn.1995-08.com.example:b" }, "262196"],
  ];
  test.each(refusedPatches)("a PATCH with %s is refused", async (_what, body, code) => {
    await post(chap);
    expect(codeOf(await patch(body))).toBe(code);
    expect(await stored()).toMatchObject(chap);
  });

  const patches: [string, Json, object][] = [
    [
      "a new inbound pair, keeping outbound",
      { authentication_type: "CHAP", chap: { inbound: pair("a", "b") } },
      { chap: { inbound: pair("a", "b"), outbound } },
    ],
    [
      "an empty outbound object",
      { authentication_type: "chap", chap: { inbound, outbound: {} } },
      { chap: { inbound, outbound } },
    ],
    ["an unchanged type alone", { authentication_type: "chap" }, chap],
    ["its own initiator", { initiator, authentication_type: "chap" }, chap],
  ];
  test.each(patches)("a PATCH takes %s", async (_what, body, expected) => {
    await post(chap);
    expect((await patch(body)).status).toBe(200);
    expect(await stored()).toMatchObject(expected);
  });

  test("an outbound user of nothing clears the outbound pair", async () => {
    await post(chap);
    await patch({ authentication_type: "chap", chap: { inbound, outbound: { user: "" } } });
    expect(await stored()).toMatchObject({ chap: { inbound } });
    expect((await stored()).chap).not.toHaveProperty("outbound");
  });

  test("a change to none wipes the secrets, so that a change back needs them again", async () => {
    await post(chap);
    await patch({ authentication_type: "none" });
    expect(await stored()).not.toHaveProperty("chap");
    expect(codeOf(await patch({ authentication_type: "chap" }))).toBe("5374149");
  });

  test("the default row can change its type, but takes no address list and cannot be deleted", async () => {
    const row = `${credentials}/${svm1}/default`;
    expect((await cluster.call("PATCH", row, { authentication_type: "deny" })).status).toBe(200);
    const list = { initiator_address: { ranges: [{ start: "10.0.0.1", end: "10.0.0.1" }] } };
    expect(codeOf(await cluster.call("PATCH", row, list))).toBe("5374155");
    expect(codeOf(await cluster.call("PATCH", row, { initiator_address: { ranges: [], masks: [] } }))).toBe("5374155");
    expect(codeOf(await cluster.call("DELETE", row))).toBe("5374148");
  });

  const missing: [string, Json | undefined, string][] = [
    ["GET", undefined, "4"],
    ["PATCH", { authentication_type: "none" }, "5374895"],
    ["DELETE", {}, "5374895"],
  ];
  test.each(missing)("a %s of a row that is not there is a 404", async (method, body, code) => {
    const answer = await cluster.call(method, path, body);
    expect([answer.status, codeOf(answer)]).toEqual([404, code]);
    const elsewhere = path.replace(svm1, "ffffffff-0000-0000-0000-000000000000");
    expect(codeOf(await cluster.call(method, elsewhere, body))).toBe("2621462");
  });

  test("the initiator in the path may be raw or percent-encoded", async () => {
    await post({ authentication_type: "none" });
    for (const spelling of [initiator, encodeURIComponent(initiator)]) {
      expect((await cluster.call("GET", `${credentials}/${svm1}/${spelling}`)).status).toBe(200);
    }
  });
});
