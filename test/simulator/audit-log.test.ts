import { type Cluster, codeOf, credentials, recordsOf, services, startCluster, svm1 } from "./client";

const MESSAGES = "/api/security/audit/messages";
const INITIATOR = "iqn.1995-08.com.example:string";
const FIELDS = "fields=application,location,user,input,state,message,command_id,session_id,scope,svm";

let cluster: Cluster;
beforeEach(async () => {
  cluster = await startCluster();
  await cluster.control("PUT", "/clock", { now: "2026-11-21T10:00:00Z" });
});
afterEach(() => cluster.simulator.close());

const list = async (query = FIELDS) => recordsOf(await cluster.call("GET", `${MESSAGES}?${query}`));
const add = (input: string, more = {}) =>
  cluster.control("POST", "/audit", { user: "eve", application: "ssh", location: "10.0.0.9", input, ...more });

it("enters each write twice, pending and with its result, by the clock and under one command", async () => {
  await cluster.call("POST", services, { svm: { name: "svm1" } });
  expect(await list()).toEqual([
    {
      timestamp: expect.stringMatching(/^2026-11-21T10:00:0\dZ$/),
      node: { name: "node1", uuid: expect.any(String), _links: expect.anything() },
      index: 1,
      application: "http",
      location: "127.0.0.1",
      user: "admin",
      input: `POST ${services} : {"svm":{"name":"svm1"}}`,
      state: "pending",
      session_id: expect.any(String),
      command_id: "0:1",
      scope: "cluster",
    },
    expect.objectContaining({ index: 2, state: "success", command_id: "0:1" }),
  ]);
});

it("logs path and query as they were sent, the client's header, and what the body held", async () => {
  await cluster.call("POST", services, { svm: { name: "svm1" } });
  const body = { chap: { inbound: { user: "u", password: "canary-1" } } };
  await cluster.call("PATCH", `${credentials}/${svm1}/iqn.x%3Ay?return_records=true`, body, {
    "X-Dot-Client-App": "SMv4",
  });
  await cluster.call("DELETE", `${services}/${svm1}`, undefined, { "X-Dot-Client-App": "SMv4" });
  expect((await list(`${FIELDS}&state=success|error`)).slice(1)).toEqual([
    expect.objectContaining({
      input: `PATCH ${credentials}/${svm1}/iqn.x%3Ay?return_records=true : ["X-Dot-Client-App: SMv4"] {"chap":{"inbound":{"user":"u","password":"canary-1"}}}`,
      state: "error",
      message: expect.any(String),
    }),
    expect.objectContaining({
      input: `DELETE ${services}/${svm1} : ["X-Dot-Client-App: SMv4"]`,
      state: "error",
    }),
  ]);
});

it("masks passwords where it is told to, and nothing else", async () => {
  await cluster.control("PUT", "/settings", { unknowns: { auditSecrets: "masked" } });
  const chap = { inbound: { user: "u", password: 'canary"1' } };
  await cluster.call("POST", credentials, { initiator: INITIATOR, chap, "chap.outbound.password": "canary-2" });
  const [{ input } = {}] = await list();
  expect(input).toContain('"inbound":{"user":"u","password":"***"}},"chap.outbound.password":"***"');
});

it("logs neither reads nor who could not log in", async () => {
  await cluster.call("GET", services);
  await cluster.call("POST", services, {}, { Authorization: "Basic eDp5" });
  expect(await list()).toEqual([]);
});

it("names the SVM that a call is confined to", async () => {
  await cluster.call("POST", services, {}, { "X-Dot-SVM-Name": "svm1" });
  expect(await list(`${FIELDS}&svm.name=svm1&state=pending`)).toMatchObject([{ scope: "svm", svm: { name: "svm1" } }]);
});

it("adds entries as others would make them, alone or many at once", async () => {
  await add("vserver iscsi stop -vserver svm1", { timestamp: "2026-11-20T08:00:00Z" });
  const entry = { user: "eve", application: "console", input: "iscsi start", state: "error", svm: "svm1" };
  await cluster.control("POST", "/audit", { entries: [entry, entry] });
  expect(await list()).toMatchObject([
    { timestamp: "2026-11-20T08:00:00Z", user: "eve", location: "10.0.0.9", state: "success", scope: "cluster" },
    { application: "console", state: "error", svm: { name: "svm1" } },
    { application: "console" },
  ]);
});

it("names what is wrong with an entry to add", async () => {
  const refused = async (body: object) => (await cluster.tryControl("POST", "/audit", { ...body })).text;
  expect(await refused({ user: "eve", application: "ssh" })).toContain("input is missing");
  const entry = { user: "eve", application: "ssh", input: "x" };
  expect(await refused({ ...entry, timestamp: "now" })).toContain("timestamp must be a time");
  expect(await refused({ entries: [{ ...entry, state: "done" }] })).toContain("entries[0].state must be one of");
});

it("enters that the state was replaced, and keeps its entries then", async () => {
  await add("iscsi start");
  await cluster.control("PUT", "/state", {});
  expect((await list()).map(({ input, state }) => [input, state])).toEqual([
    ["iscsi start", "success"],
    ["PUT /simulator/state", "pending"],
    ["PUT /simulator/state", "success"],
  ]);
});

it("keeps so many files of so many entries, and deletes the oldest file as a whole", async () => {
  await cluster.control("PUT", "/settings", { auditFiles: 2, auditFileEntries: 3 });
  for (let number = 1; number <= 7; number += 1) {
    await add(`command ${number}`);
  }
  expect((await list()).map(({ index }) => index)).toEqual([4, 5, 6, 7]);
});

it("takes times of the filter in seconds since 1970, as how long ago, and in ISO 8601", async () => {
  await add("old", { timestamp: "2026-11-21T09:00:00Z" });
  await add("new", { timestamp: "2026-11-21T09:58:00Z" });
  const inputs = async (filter: string) =>
    (await list(`fields=input&timestamp=${encodeURIComponent(filter)}`)).map(({ input }) => input);
  expect(await inputs(`>=${Date.parse("2026-11-21T09:00:00Z") / 1000}`)).toEqual(["old", "new"]);
  expect(await inputs(`>${Date.parse("2026-11-21T09:00:00Z") / 1000}`)).toEqual(["new"]);
  expect(await inputs(">5m")).toEqual(["new"]);
  expect(await inputs("<1h|>2d")).toEqual(["old", "new"]);
  expect(await inputs("2026-11-21T09:00:00Z")).toEqual(["old"]);
  expect(await inputs("<2026-11-21T09:30:00+00:00")).toEqual(["old"]);
});

it("filters, orders and pages as any collection", async () => {
  await add("vserver iscsi stop", { timestamp: "2026-11-21T09:00:00Z" });
  await add("volume show", { timestamp: "2026-11-21T09:00:01Z" });
  await add("iscsi start", { timestamp: "2026-11-21T09:00:02Z" });
  const query = `fields=input&input=*iscsi*|*x*&state=success&order_by=timestamp%20desc,index%20desc&max_records=1`;
  const first = await cluster.call("GET", `${MESSAGES}?${query}`);
  expect(recordsOf(first)).toMatchObject([{ input: "iscsi start" }]);
  const next = /<([^>]+)>/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
  expect(recordsOf(await cluster.call("GET", next))).toMatchObject([{ input: "vserver iscsi stop" }]);
});

it("serves the cluster's logins alone", async () => {
  const password = "pw";
  const users = [
    { name: "look", password, role: "readonly" },
    { name: "one", password, role: "vsadmin", svm: "svm1" },
  ];
  await cluster.control("PUT", "/settings", { users });
  const as = (name: string) => ({ Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}` });
  expect((await cluster.call("GET", MESSAGES, undefined, as("look"))).status).toBe(200);
  expect(codeOf(await cluster.call("GET", MESSAGES, undefined, as("one")))).toBe("6");
  expect(codeOf(await cluster.call("GET", MESSAGES, undefined, { "X-Dot-SVM-Name": "svm1" }))).toBe("6");
});
