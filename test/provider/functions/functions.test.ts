import { functions } from "../../../provider/functions";
import { OntapError } from "../../../provider/rest";
import { SVM1, SVM2 } from "../../names";
import { page, serve } from "../rest/tiny-server";
import { ArrayOfFunctions } from "./array";

const [svm1, svm2] = [
  { name: "svm1", uuid: SVM1 },
  { name: "svm2", uuid: SVM2 },
];
const [HOST_A, HOST_B] = ["iqn.1998-01.com.a:x", "iqn.1998-01.com.b:y"];

const fixture = {
  svms: [svm1, svm2, { name: "bare" }],
  services: [
    { svm: { name: "svm1" }, enabled: false, target: { alias: "prod", name: "iqn.1992-08.com.netapp:sn.1:vs.1" } },
    { svm: { name: "svm2" }, enabled: true, target: { alias: "", name: "iqn.1992-08.com.netapp:sn.2:vs.2" } },
  ],
  credentials: [
    {
      svm: { name: "svm1" },
      initiator: HOST_A,
      authentication_type: "chap",
      chap: { inbound: { user: "in1", password: "canary-in" }, outbound: { user: "out1", password: "canary-out" } },
      initiator_address: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] },
    },
    { svm: { name: "svm2" }, initiator: HOST_B, authentication_type: "deny" },
    { svm: { name: "svm1" }, initiator: "default", authentication_type: "none" },
    { svm: { name: "svm2" }, initiator: "default", authentication_type: "none" },
  ],
  sessions: [
    session(10, svm1, { name: HOST_A, alias: "hosta*" }),
    session(11, svm1, { name: HOST_B, alias: "hostab" }),
    session(12, svm2, { name: HOST_B }),
  ],
};

function session(tsih: number, svm: { name: string }, initiator: object): object {
  return {
    svm: { name: svm.name },
    target_portal_group: "iscsi_lif1",
    tsih,
    initiator,
    isid: "61:62:63:64:65:00",
    connections: [
      {
        cid: 1,
        authentication_type: tsih === 10 ? "chap" : "none",
        initiator_address: { address: `10.0.0.${tsih}`, port: 40_000 },
        interface: { name: "iscsi_lif1", ip: { address: "192.168.0.1", port: 3260 } },
      },
    ],
  };
}

let array: ArrayOfFunctions;
beforeAll(async () => {
  array = await ArrayOfFunctions.start({ fixture: JSON.parse(JSON.stringify(fixture)) });
  await array.control("PUT", "/clock", { now: "2026-02-06T12:07:33Z" });
});
afterAll(() => array.close());
beforeEach(() => array.requests());

it("there is one for each thing that can be read of a record", () => {
  expect([...functions.keys()].sort()).toEqual([
    "countIscsiCredentials",
    "countIscsiServices",
    "countIscsiSessions",
    "getIscsiCredential",
    "getIscsiCredentials",
    "getIscsiService",
    "getIscsiServiceMetrics",
    "getIscsiServices",
    "getIscsiSession",
    "getIscsiSessions",
  ]);
});

describe("a function that gets one", () => {
  it("returns the record itself, in one request", async () => {
    expect(await array.call("getIscsiService", { svm: { name: "svm1" } })).toEqual({
      svm: svm1,
      enabled: false,
      target: { alias: "prod", name: "iqn.1992-08.com.netapp:sn.1:vs.1" },
    });
    expect(await array.call("getIscsiSession", { svm: svm1, targetPortalGroup: "iscsi_lif1", tsih: 10 })).toMatchObject(
      { tsih: 10, initiator: { name: HOST_A, alias: "hosta*" }, connections: [{ authenticationType: "chap" }] },
    );
    expect(await array.requests()).toHaveLength(2);
  });

  it("never returns a password", async () => {
    const credential = await array.call("getIscsiCredential", { svm: { uuid: SVM1 }, initiator: HOST_A });
    expect(credential).toMatchObject({ chap: { inbound: { user: "in1" }, outbound: { user: "out1" } } });
    expect(JSON.stringify(credential)).not.toContain("canary");
  });

  it("returns what was asked for and what identifies it", async () => {
    const fields = ["target.alias", "metric.timestamp"];
    expect(await array.call("getIscsiService", { svm: { uuid: SVM1 }, fields })).toEqual({
      svm: svm1,
      target: { alias: "prod" },
      metric: { timestamp: expect.stringMatching(/^2026-02-06T12:\d\d:\d\dZ$/) },
    });
  });

  it("fails where there is none, with the function to use where it need not exist", async () => {
    expect(await array.failure("getIscsiService", { svm: { name: "bare" } })).toMatchObject({
      code: "not-found",
      message: `Could not get the iSCSI service of SVM "bare" on the array at ${array.url} (ontap-iscsi:host): there is none. Use getIscsiServices where it need not exist.`,
    });
  });
});

describe("a function that lists", () => {
  const sessions = async (args: Readonly<Record<string, unknown>>) => {
    const { sessions: found, count } = await array.call("getIscsiSessions", args);
    const tsihs = Array.isArray(found) ? found.map(({ tsih }) => tsih) : [];
    expect(count).toBe(tsihs.length);
    return tsihs;
  };

  it("returns the records under their name, and how many they are", async () => {
    const lists = await Promise.all(
      ["getIscsiServices", "getIscsiCredentials", "getIscsiSessions"].map((name) => array.call(name)),
    );
    expect(lists).toEqual([
      { services: [expect.anything(), expect.anything()], count: 2 },
      { credentials: expect.arrayContaining([expect.objectContaining({ initiator: "default" })]), count: 4 },
      { sessions: expect.arrayContaining([expect.objectContaining({ tsih: 12 })]), count: 3 },
    ]);
    expect(JSON.parse(JSON.stringify(lists))).toEqual(lists);
  });

  it.each<[string, object, readonly number[]]>([
    ["a value", { initiator: { name: HOST_A } }, [10]],
    ["a value with a wildcard, literally", { initiator: { alias: "hosta*" } }, [10]],
    ["a value of the query language, literally", { initiator: { name: "!null" } }, []],
    ["a pattern", { initiator: { alias: { like: "hosta*" } } }, [10, 11]],
    ["a negation", { initiator: { name: { not: HOST_A } } }, [11, 12]],
    ["alternatives", { tsih: { anyOf: [10, 12] } }, [10, 12]],
    ["a range", { tsih: { between: [11, 12] } }, [11, 12]],
    ["a bound", { tsih: { gt: 10 } }, [11, 12]],
    ["fields without a value", { initiator: { alias: { unset: true } } }, [12]],
    ["fields with a value", { initiator: { alias: { set: true } } }, [10, 11]],
    ["an expression as it is", { tsih: { raw: "10|>11" } }, [10, 12]],
    ["the items of a list", { connections: { initiatorAddress: { address: "10.0.0.11" } } }, [11]],
    ["a word of several", { connections: { authenticationType: "chap" } }, [10]],
    [
      "several, joined by and",
      { svm: { name: { like: "svm*" } }, initiator: { name: HOST_B }, tsih: { lt: 12 } },
      [11],
    ],
    ["null, which is treated as not given", { svm: { name: null, uuid: SVM1 }, isid: null, tsih: null }, [10, 11]],
  ])("filters by %s", async (_title, filter, expected) => {
    expect(await sessions({ ...filter, orderBy: "tsih" })).toEqual(expected);
  });

  it("orders, and follows pages of the size asked for", async () => {
    expect(await sessions({ orderBy: ["initiator.name desc", "tsih desc"], maxRecords: 1 })).toEqual([12, 11, 10]);
    expect((await array.requests()).length).toBeGreaterThanOrEqual(3);
  });

  it("filters services by a boolean, and credentials by an object's list", async () => {
    const disabled = await array.call("getIscsiServices", { enabled: { not: true }, fields: ["enabled"] });
    expect(disabled).toEqual({ services: [{ svm: svm1, enabled: false }], count: 1 });
    const ranged = await array.call("getIscsiCredentials", {
      initiatorAddress: { ranges: { start: { like: "10.*" } } },
      fields: ["initiatorAddress.ranges.end"],
    });
    expect(ranged).toEqual({
      credentials: [{ svm: svm1, initiator: HOST_A, initiatorAddress: { ranges: [{ end: "10.0.0.9" }] } }],
      count: 1,
    });
  });

  it("returns a history by SVM and interval", async () => {
    const timestamp = { between: ["2026-02-06T11:00:00Z", "2026-02-06T11:09:59Z"] };
    const args = {
      svm: { name: "svm2" },
      interval: "1d",
      timestamp,
      fields: ["latency.total"],
      orderBy: ["timestamp"],
    };
    const identified = { svm: { uuid: SVM2 }, latency: { total: expect.any(Number) } };
    expect(await array.call("getIscsiServiceMetrics", args)).toEqual({
      metrics: [
        { ...identified, timestamp: "2026-02-06T11:00:00Z" },
        { ...identified, timestamp: "2026-02-06T11:05:00Z" },
      ],
      count: 2,
    });
  });

  it("passes on a word that ONTAP's documents do not have, since a release may add some", async () => {
    const credential = { svm: svm1, initiator: HOST_A, authentication_type: "certificate" };
    const server = await serve(() => page([credential]));
    try {
      const connections = array.connections({ host: server.url });
      expect(await array.call("getIscsiCredentials", {}, connections)).toEqual({
        credentials: [{ svm: svm1, initiator: HOST_A, authenticationType: "certificate" }],
        count: 1,
      });
    } finally {
      await server.close();
    }
  });
});

describe("a function that counts", () => {
  it.each<[string, object, number]>([
    ["countIscsiServices", { enabled: true }, 1],
    ["countIscsiCredentials", { initiator: { not: "default" } }, 2],
    ["countIscsiSessions", { svm: { name: "svm1" } }, 2],
    ["countIscsiSessions", { svm: { name: "svm*" } }, 0],
    ["countIscsiSessions", { svm: { name: { like: "svm*" } } }, 3],
  ])("%s of %j is the number, and no record is fetched", async (name, filter, count) => {
    expect(await array.call(name, { ...filter })).toEqual({ count });
    const sent = await array.requests();
    expect(sent.map(({ query }) => query)).toEqual([expect.stringContaining("return_records=false")]);
  });
});

describe("a wrong argument fails by its name before anything is sent", () => {
  it.each<[string, object, string]>([
    [
      "getIscsiSessions",
      { initator: { name: "x" } },
      "initator: there is no such field or option. Did you mean initiator?",
    ],
    ["getIscsiSessions", { initiator: "x" }, "initiator: an object is needed, with any of name, alias, comment"],
    ["getIscsiSessions", { svm: { like: "svm*" } }, "svm: an object is needed, with any of name, uuid"],
    [
      "getIscsiSessions",
      { svm: { name: { lik: "x" } } },
      "svm.name.lik: there is no such field or option. Did you mean svm.name.like?",
    ],
    ["getIscsiSessions", { tsih: "10" }, "tsih: it must be a whole number, or a query such as"],
    ["getIscsiSessions", { tsih: [10] }, "tsih: it must be a whole number, or a query such as"],
    ["getIscsiSessions", { fields: ["initiator.nam"] }, "fields initiator.nam: there is no such field or option"],
    ["getIscsiSessions", { maxRecords: 0 }, "maxRecords: it must be a whole number of 1 or more"],
    ["getIscsiSessions", { cluster: 1 }, "cluster: it must be the name of a cluster"],
    [
      "countIscsiCredentials",
      { chap: { inbound: { password: "x" } } },
      "chap.inbound.password: ONTAP takes it but never shows it",
    ],
    ["getIscsiSession", { svm: svm1, tsih: 10 }, "targetPortalGroup: it must be a string"],
    ["getIscsiService", {}, "svm: its name or uuid is needed"],
    ["getIscsiServiceMetrics", { svm: svm1, interval: "2h" }, "interval: it must be one of 1h, 1d"],
  ])("%s with %j", async (name, args, message) => {
    const error = await array.failure(name, { ...args });
    expect(error).toBeInstanceOf(OntapError);
    expect(error).toMatchObject({
      code: "configuration",
      message: expect.stringMatching(
        /^Could not read iSCSI (session|service|credential|service metric)s with the argument /,
      ),
    });
    expect(String(error)).toContain(`with the argument ${message}`);
    expect(await array.requests()).toEqual([]);
  });
});

describe("the connection", () => {
  it("is that of the cluster that the arguments name", async () => {
    const { url: host, username, password } = array;
    const clusters = { clusters: JSON.stringify({ east: { host, username, password } }) };
    const nowhere = array.connections({ host: "https://127.0.0.1:9", ...clusters });
    expect(await array.call("countIscsiServices", { cluster: "east" }, nowhere)).toEqual({ count: 2 });
    expect(await array.failure("countIscsiServices", {}, nowhere)).toMatchObject({
      code: "unreachable",
      message: expect.stringMatching(/^Could not reach the array at https:\/\/127\.0\.0\.1:9 \(ontap-iscsi:host\): /),
    });
    expect(await array.failure("countIscsiServices", { cluster: "west" }, nowhere)).toMatchObject({
      code: "configuration",
      message: expect.stringContaining("reach the cluster west"),
    });
  });

  it("is named where the array refuses", async () => {
    await array.control("POST", "/faults", {
      match: { method: "GET" },
      times: 1,
      kind: "status",
      status: 403,
      code: 6,
    });
    expect(await array.failure("getIscsiSessions", {})).toMatchObject({
      ontapCode: "6",
      message: expect.stringMatching(/^Could not read iSCSI sessions from the array at .*\[GET \/api\/.*sessions\]/),
    });
  });
});
