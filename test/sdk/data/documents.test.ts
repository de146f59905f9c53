import { connect, type OntapClient } from "../../../provider/rest";
import {
  countIscsiSessions,
  findIscsiSession,
  getIscsiCredential,
  getIscsiCredentials,
  getIscsiService,
  getIscsiServices,
  getIscsiSession,
  getIscsiSessions,
  iterateIscsiSessions,
  query,
} from "../../../sdk";
import type { TestArray } from "../../array";
import { SVM1, SVM2 } from "../../names";
import { startArray } from "../array";

/** The SVMs, services, credentials and sessions of the examples in NetApp's documents. */
const service1 = { uuid: SVM1, name: "svm1" };
const service2 = { uuid: SVM2, name: "svm2" };
const session1 = { uuid: "a009a9e7-4081-b576-7575-ada21efcaf16", name: "svm1" };
const session2 = { uuid: "b009a9e7-4081-b576-7575-ada21efcaf16", name: "svm2" };

const initiator = (number: number): string => `iqn.1992-08.com.netapp:initiator${number}`;
const targetName = "iqn.1992-08.com.netapp:sn.19d04b8e94d711e88370005056b48fd2:vs.4";

const fixtures = {
  services: {
    svms: [service1, service2],
    services: [{ svm: service1, target: { name: targetName } }, { svm: service2 }],
    credentials: [
      { svm: service1, initiator: initiator(1), authentication_type: "none" },
      {
        svm: service1,
        initiator: initiator(2),
        authentication_type: "chap",
        chap: { inbound: { user: "user1", password: "password1" } },
      },
      { svm: service2, initiator: initiator(2), authentication_type: "none" },
      { svm: service2, initiator: initiator(3), authentication_type: "deny" },
    ],
  },
  sessions: {
    svms: [session1, session2],
    sessions: [
      {
        svm: session1,
        target_portal_group: "iscsi_lif1",
        tsih: 10,
        initiator: { name: "iqn.1994-05.com.example:string", comment: "Example information about this initiator" },
        isid: "61:62:63:64:65:00",
        target_portal_group_tag: 1027,
        connections: [
          {
            cid: 1,
            authentication_type: "chap",
            initiator_address: { address: "10.224.123.85", port: 43827 },
            interface: {
              name: "iscsi_lif1",
              uuid: "c15439b4-dbb4-11e8-90ac-005056bba882",
              ip: { address: "192.168.0.1", port: 3260 },
            },
          },
        ],
        igroups: [
          { uuid: "af7838cd-f993-4faf-90b7-5524787ae1e8", name: "igroup1" },
          { uuid: "bf7838cd-f993-4faf-90b7-5524787ae1e8", name: "igroup2" },
        ],
      },
      { svm: session2, target_portal_group: "iscsi_lif2", tsih: 11 },
    ],
  },
};

let array: TestArray;
let ontap: OntapClient;
beforeAll(async () => {
  array = await startArray();
  ontap = connect({ host: array.url, username: array.username, password: array.password });
});
afterAll(() => array.close());

describe("the documents' queries of sessions", () => {
  beforeAll(() => array.control("PUT", "/state", fixtures.sessions));
  const identifiers = [
    { svm: session1, targetPortalGroup: "iscsi_lif1", tsih: 10 },
    { svm: session2, targetPortalGroup: "iscsi_lif2", tsih: 11 },
  ];

  it("all of them", async () => {
    const fields = ["svm", "targetPortalGroup", "tsih"] as const;
    expect(await getIscsiSessions({ fields })).toEqual(identifiers);
    expect(await countIscsiSessions()).toBe(2);
    const lazily = [];
    for await (const session of iterateIscsiSessions({ fields, maxRecords: 1 })) {
      lazily.push(session);
    }
    expect(lazily).toEqual(identifiers);
  });

  it("those of one target portal group, which the prose calls tpgroup", async () => {
    expect(await getIscsiSessions({ targetPortalGroup: "iscsi_lif1", fields: ["tsih"] })).toEqual([identifiers[0]]);
    expect(await findIscsiSession({ targetPortalGroup: "iscsi_lif2", fields: ["tsih"] })).toEqual(identifiers[1]);
    expect(await ontap.iscsiSessions.count({ query: { tpgroup: "iscsi_lif1" } })).toBe(1);
  });

  it("one of them", async () => {
    const key = { svm: { uuid: session1.uuid }, targetPortalGroup: "iscsi_lif1", tsih: 10 };
    expect(await getIscsiSession(key)).toEqual({
      ...identifiers[0],
      initiator: { name: "iqn.1994-05.com.example:string", comment: "Example information about this initiator" },
      isid: "61:62:63:64:65:00",
      targetPortalGroupTag: 1027,
      connections: [
        {
          cid: 1,
          authenticationType: "chap",
          initiatorAddress: { address: "10.224.123.85", port: 43827 },
          interface: {
            name: "iscsi_lif1",
            uuid: "c15439b4-dbb4-11e8-90ac-005056bba882",
            ip: { address: "192.168.0.1", port: 3260 },
          },
        },
      ],
      igroups: [
        { uuid: "af7838cd-f993-4faf-90b7-5524787ae1e8", name: "igroup1" },
        { uuid: "bf7838cd-f993-4faf-90b7-5524787ae1e8", name: "igroup2" },
      ],
    });
  });
});

describe("the documents' queries of services and credentials", () => {
  beforeAll(() => array.control("PUT", "/state", fixtures.services));

  it("all services", async () => {
    expect(await getIscsiServices({ fields: ["svm"] })).toEqual([{ svm: service1 }, { svm: service2 }]);
  });

  it("one service", async () => {
    expect(await getIscsiService({ svm: { uuid: service1.uuid } })).toEqual({
      svm: service1,
      enabled: true,
      target: { name: targetName, alias: "svm1" },
    });
  });

  it("one property of a disabled service", async () => {
    await ontap.iscsiServices.update(service1.uuid, { enabled: false });
    expect(await getIscsiService({ svm: service1, fields: ["enabled"] })).toEqual({ svm: service1, enabled: false });
  });

  it("all properties of all credentials", async () => {
    expect(await getIscsiCredentials({ fields: "*" })).toEqual([
      { svm: service1, initiator: "default", authenticationType: "none" },
      { svm: service1, initiator: initiator(1), authenticationType: "none" },
      { svm: service1, initiator: initiator(2), authenticationType: "chap", chap: { inbound: { user: "user1" } } },
      { svm: service2, initiator: "default", authenticationType: "none" },
      { svm: service2, initiator: initiator(2), authenticationType: "none" },
      { svm: service2, initiator: initiator(3), authenticationType: "deny" },
    ]);
  });

  it("one credential", async () => {
    const key = { svm: { uuid: service1.uuid }, initiator: initiator(2) };
    expect(await getIscsiCredential(key)).toMatchObject({ chap: { inbound: { user: "user1" } } });
  });
});

describe("ONTAP's refusal of a query arrives with its code", () => {
  beforeAll(() => array.control("PUT", "/state", fixtures.sessions));
  const sessions = (options: Parameters<OntapClient["iscsiSessions"]["list"]>[0]) => ontap.iscsiSessions.list(options);

  it.each<[string, string, () => Promise<unknown>]>([
    ["262179", "an unknown field", () => sessions({ query: { nosuch: "x" } })],
    ["262194", "an operator without a value", () => getIscsiSessions({ tsih: query.raw(">") })],
    ["262197", "a text for a number", () => getIscsiSessions({ tsih: query.raw("ten") })],
    ["262197", "an unmatched quote", () => getIscsiSessions({ isid: query.raw('"a') })],
    [
      "262197",
      "a value outside an enumeration",
      () => ontap.iscsiCredentials.list({ query: { authentication_type: "x" } }),
    ],
    ["262197", "more time than ONTAP gives", () => sessions({ returnTimeoutS: 121 })],
    ["262222", "a field listed twice", () => sessions({ fields: ["tsih", "tsih"] })],
    ["262249", "a password among the fields", () => ontap.iscsiCredentials.list({ fields: ["chap.inbound.password"] })],
    [
      "262250",
      "a password as a filter",
      () => ontap.iscsiCredentials.list({ query: { "chap.inbound.password": "x" } }),
    ],
    ["262268", "an order by an unsortable field", () => sessions({ orderBy: ["connections"] })],
    ["262273", "half of a cross-field query", () => sessions({ query: { query: "x" } })],
    ["262286", "braces that do not match", () => sessions({ fields: ["initiator.{name"] })],
    ["4", "an entry that does not exist", () => ontap.iscsiSessions.get(session1.uuid, "iscsi_lif1", 99)],
    ["2621462", "an unknown SVM", () => ontap.iscsiSessions.get("00000000", "iscsi_lif1", 10)],
    ["5374078", "an SVM without a service", () => ontap.iscsiServices.get(session1.uuid)],
    ["8585947", "metrics of a service that is not there", () => ontap.iscsiServiceMetrics.list(session1.uuid)],
  ])("%s: %s", async (ontapCode, _title, call) => {
    await expect(call()).rejects.toMatchObject({ code: "api-error", ontapCode });
  });

  it.each([
    ["6", 403, "api-error"],
    ["6691623", 400, "api-error"],
    ["262145", 500, "api-error"],
    ["262210", 500, "api-error"],
    ["9241607", 400, "api-error"],
  ])("%s with HTTP %d, whatever the cause", async (ontapCode, status, code) => {
    await array.control("POST", "/faults", { match: {}, kind: "status", status, code: ontapCode, message: "no" });
    const error: unknown = await getIscsiSessions().catch((thrown: unknown) => thrown);
    await array.control("DELETE", "/faults");
    expect(error).toMatchObject({ code, ontapCode, status });
  });
});

describe("an answer that proves nothing is never taken for an empty list", () => {
  beforeAll(() => array.control("PUT", "/state", fixtures.sessions));

  it.each<[string, object, string]>([
    ["half of a body", { kind: "truncate" }, "unreachable|malformed"],
    ["a proxy's page", { kind: "html" }, "malformed"],
    ["JSON of the wrong shape", { kind: "wrongType" }, "malformed"],
    ["a connection that closes", { kind: "refuse" }, "unreachable"],
  ])("%s", async (_title, fault, code) => {
    await array.control("POST", "/faults", { match: { path: "/api/protocols" }, ...fault });
    const error: unknown = await getIscsiSessions().catch((thrown: unknown) => thrown);
    await array.control("DELETE", "/faults");
    expect(error).toMatchObject({ code: expect.stringMatching(code) });
  });

  it("and a page that ends early is continued", async () => {
    const fault = { match: { path: "/api/protocols" }, kind: "partialPage", records: 1, times: 1 };
    await array.control("POST", "/faults", fault);
    expect(await getIscsiSessions()).toHaveLength(2);
    await array.control("DELETE", "/faults");
  });
});
