import type { WireRecord } from "../../simulator/query";
import { type Cluster, sessions, startCluster, svm1 } from "./client";

const initiator = "iqn.1994-05.com.example:string";
const inbound = { user: "in", password: "0x736563726574" };
const outbound = { user: "out", password: "mirror" };
const login = { svm: "svm1", initiator, interface: "iscsi_lif1", address: "10.0.0.5" };
const interfaces = [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }];
const row = (type: string, rest: object = {}, name = initiator): WireRecord => ({
  svm: { name: "svm1" },
  initiator: name,
  authentication_type: type,
  ...rest,
});

describe("logins", () => {
  let cluster: Cluster;
  const judged = async (credentials: WireRecord[], brought: object = {}, service: WireRecord | null = {}) => {
    const services = service === null ? [] : [{ svm: { name: "svm1" }, ...service }];
    await cluster.control("PUT", "/state", {
      svms: [{ name: "svm1", uuid: svm1 }],
      services,
      credentials,
      interfaces,
      igroups: [
        { svm: { name: "svm1" }, name: "hosts", uuid: "g1", initiators: [{ name: initiator, comment: "rack 7" }] },
        { svm: { name: "svm1" }, name: "others", initiators: [{ name: "iqn.1994-05.com.example:other" }] },
      ],
    });
    return cluster.tryControl("POST", "/sessions", { ...login, ...brought });
  };

  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.simulator.close());

  const list = { initiator_address: { masks: [{ address: "10.0.0.0", netmask: "24" }] } };
  const all = { initiator_address: { masks: [{ address: "0.0.0.0", netmask: "0" }] } };
  const good = { user: "in", password: "secret" };
  const welcome: [string, WireRecord[], object, string][] = [
    ["without a row of its own", [], {}, "none"],
    ["with a row of type none, though default denies", [row("none"), row("deny", {}, "default")], {}, "none"],
    ["with the right password, spelled otherwise", [row("chap", { chap: { inbound } })], good, "chap"],
    ["by the default row's password", [row("chap", { chap: { inbound } }, "default")], good, "chap"],
    ["with mutual CHAP", [row("chap", { chap: { inbound, outbound } })], { ...good, outbound }, "chap"],
    ["that asks for no proof, though there is one", [row("chap", { chap: { inbound, outbound } })], good, "chap"],
    ["from an address in its list", [row("none", list)], {}, "none"],
    ["from any address of the family whose network has the length 0", [row("none", all)], {}, "none"],
  ];
  test.each(welcome)("an initiator %s gets in", async (_what, credentials, brought, type) => {
    const answer = await judged(credentials, brought);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ initiator: { name: initiator }, connections: [{ authentication_type: type }] });
  });

  const unwelcome: [string, WireRecord[], object, WireRecord | null][] = [
    ["where there is no service", [], {}, null],
    ["where the service is disabled", [], {}, { enabled: false }],
    ["whose row denies", [row("deny")], {}, {}],
    ["whom the default row denies", [row("deny", {}, "default")], {}, {}],
    ["that brings nothing to CHAP", [row("chap", { chap: { inbound } })], {}, {}],
    ["with a wrong password", [row("chap", { chap: { inbound } })], { ...good, password: "Secret" }, {}],
    ["with a wrong user", [row("chap", { chap: { inbound } })], { ...good, user: "out" }, {}],
    ["that wants a proof the array has not", [row("chap", { chap: { inbound } })], { ...good, outbound }, {}],
    ["that expects another proof", [row("chap", { chap: { inbound, outbound } })], { ...good, outbound: good }, {}],
    ["that wants a proof from type none", [], { outbound }, {}],
    ["from an address outside its list", [row("none", list)], { address: "10.0.1.5" }, {}],
    ["of the other family", [row("none", list)], { address: "fd00::5" }, {}],
  ];
  test.each(unwelcome)("an initiator %s is turned away with a reason", async (_what, credentials, brought, service) => {
    const answer = await judged(credentials, brought, service);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({ reason: expect.any(String) });
  });

  test("a session shows its interface, igroups and the comment on its initiator", async () => {
    const { tsih } = (await judged([])).body;
    const shown = await cluster.call("GET", `${sessions}/${svm1}/iscsi_lif1/${tsih}`);
    expect(shown.body).toMatchObject({
      target_portal_group: "iscsi_lif1",
      target_portal_group_tag: 1027,
      isid: expect.stringMatching(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/),
      initiator: { name: initiator, comment: "rack 7" },
      igroups: [{ name: "hosts", uuid: "g1" }],
      connections: [
        {
          cid: 1,
          initiator_address: { address: "10.0.0.5" },
          interface: { name: "iscsi_lif1", ip: { address: "192.168.0.1", port: 3260 } },
        },
      ],
    });
  });

  test("a change of credentials leaves live sessions alone", async () => {
    await judged([row("none")]);
    await cluster.call("PATCH", `/api/protocols/san/iscsi/credentials/${svm1}/${initiator}`, {
      authentication_type: "deny",
    });
    expect((await cluster.call("GET", sessions)).body.num_records).toBe(1);
    expect((await cluster.tryControl("POST", "/sessions", login)).status).toBe(403);
  });

  test("DELETE ends the sessions that it names and no others; handles are not used again", async () => {
    const first = (await judged([])).body.tsih;
    const second = (await cluster.tryControl("POST", "/sessions", login)).body.tsih;
    expect(await cluster.control("DELETE", `/sessions?svm=svm1&initiator=${initiator}&tsih=${second}`)).toEqual({
      closed: 1,
    });
    expect(await cluster.control("DELETE", "/sessions?svm=svm2")).toEqual({ closed: 0 });
    const third = (await cluster.tryControl("POST", "/sessions", login)).body.tsih;
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await cluster.control("DELETE", "/sessions?svm=&initiator=&tsih=")).toEqual({ closed: 2 });
  });

  test.each([
    [{ ...login, svm: "nowhere" }],
    [{ ...login, interface: "nowhere" }],
    [{ ...login, initiator: undefined }],
    [{ ...login, initiator: "default" }],
    [{ ...login, address: "nearby" }],
    [{ ...login, colour: "red" }],
  ])("a login that makes no sense is bad input: %j", async (body) => {
    const answer = await cluster.tryControl("POST", "/sessions", JSON.stringify(body));
    expect([answer.status, answer.body]).toEqual([400, { error: expect.any(String) }]);
  });
});
