import { SVM1 } from "../../names";
import { INBOUND, iqn, OUTBOUND, recordedChap, resource, VerifyArray } from "./array";
import { type Behaviour, ScriptedTarget } from "./target";

const chap: Behaviour = { is: "chap", inbound: { user: "in", secret: INBOUND.password } };
const changed: Behaviour = { is: "chap", inbound: { user: "in", secret: "set-by-somebody" } };
const out = { user: "out", secret: OUTBOUND.password };
const mutual: Behaviour = { ...chap, outbound: out };

let array: VerifyArray;
let target: ScriptedTarget;
afterEach(() => Promise.all([array.stop(), target.stop()]));

async function start(
  hosts: Parameters<typeof VerifyArray.ofHosts>[0],
  behaviours: Readonly<Record<string, Behaviour>>,
) {
  array = await VerifyArray.ofHosts(hosts);
  target = await ScriptedTarget.start(behaviours);
  return ["--portal", `svm1=127.0.0.1:${target.port}`];
}

it("proves passwords in both directions, by one list of each kind and no GET, one connection at a time", async () => {
  const portal = await start([{ initiator: iqn("one-way") }, { initiator: iqn("mutual"), outbound: OUTBOUND }], {
    [iqn("one-way")]: chap,
    [iqn("mutual")]: mutual,
  });
  const { code, report, verdicts, calls } = await array.verify(...portal);
  expect({ code, status: report?.status }).toEqual({ code: 0, status: "proven" });
  expect(verdicts.get(iqn("one-way"))).toMatchObject({
    urn: expect.stringContaining("IscsiCredentials"),
    id: `${SVM1}/${iqn("one-way")}`,
    inbound: "proven",
    portal: `127.0.0.1:${target.port}`,
    from: "127.0.0.1",
  });
  expect(verdicts.get(iqn("one-way"))).not.toHaveProperty("outbound");
  expect(verdicts.get(iqn("mutual"))).toMatchObject({ inbound: "proven", outbound: "proven" });
  expect([...calls].sort()).toEqual(["GET credentials", "GET sessions"]);
  expect({ most: target.mostConnections, all: target.connections }).toEqual({ most: 1, all: 2 });
  expect(target.requests.every(({ flags }) => (flags & 3) !== 3)).toBe(true);
  expect(target.requests[0]?.keys.get("TargetName")).toBe("iqn.1992-08.com.netapp:svm1");
});

it("tells a refused password and a wrong proof, each refusal with one GET, and tries nothing again", async () => {
  const portal = await start(
    [{ initiator: iqn("refused") }, { initiator: iqn("proof"), outbound: OUTBOUND }, { initiator: iqn("fine") }],
    {
      [iqn("refused")]: changed,
      [iqn("proof")]: { ...mutual, outbound: { ...out, secret: "x" } },
      [iqn("fine")]: chap,
    },
  );
  const { code, report, verdicts, calls } = await array.verify(...portal);
  expect({ code, status: report?.status }).toEqual({ code: 2, status: "refused" });
  expect(verdicts.get(iqn("refused"))).toMatchObject({
    inbound: "refused",
    reason: "the array refused the recorded password",
  });
  expect(verdicts.get(iqn("proof"))).toMatchObject({ inbound: "proven", outbound: "wrong proof" });
  expect(calls.filter((call) => call.startsWith("GET credentials/"))).toEqual([
    `GET credentials/${SVM1}/${encodeURIComponent(iqn("refused"))}`,
  ]);
  expect(target.connections).toBe(3);
  expect(report?.credentials.map(({ initiator }) => initiator).at(-1)).toBe(iqn("fine"));
});

it("asks once more without a proof of the array where a mutual login is refused, and never a third time", async () => {
  const bothSides = [
    { initiator: iqn("unusable"), outbound: OUTBOUND },
    { initiator: iqn("half"), outbound: OUTBOUND },
  ];
  const portal = await start(bothSides, { [iqn("unusable")]: chap, [iqn("half")]: changed });
  const { code, verdicts, calls } = await array.verify(...portal);
  expect(code).toBe(3);
  expect(verdicts.get(iqn("unusable"))).toMatchObject({
    inbound: "proven",
    outbound: "unknown",
    reason: expect.stringContaining("not set or unusable"),
  });
  expect(verdicts.get(iqn("half"))).toMatchObject({
    inbound: "unknown",
    outbound: "unknown",
    reason: expect.stringContaining("does not tell whether the inbound or the outbound password"),
  });
  expect(target.connections).toBe(4);
  expect(calls.filter((call) => call.startsWith("GET credentials/"))).toHaveLength(3);
});

it.each<[string, object | null, string]>([
  ["no row", null, "has no row of its own"],
  ["a row of another type", { authentication_type: "deny", chap: undefined }, "is of type deny"],
  ["another user", { chap: { inbound: { user: "other", password: "x" } } }, "another inbound user"],
  [
    "an address list without this machine",
    { initiator_address: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] } },
    "does not admit this machine (127.0.0.1)",
  ],
])("logs in nowhere where the array has %s", async (_what, onArray, reason) => {
  const portal = await start([{ initiator: iqn("host"), onArray }], { "*": chap });
  const { code, verdicts } = await array.verify(...portal);
  expect(code).toBe(3);
  expect(verdicts.get(iqn("host"))).toMatchObject({ inbound: "unknown", reason: expect.stringContaining(reason) });
  expect(verdicts.get(iqn("host"))).not.toHaveProperty("portal");
  expect(target.connections).toBe(0);
});

it("says where the array insists on an outbound password that is not recorded", async () => {
  const onArray = { chap: { inbound: INBOUND, outbound: OUTBOUND } };
  const portal = await start([{ initiator: iqn("host"), onArray }], { "*": { ...mutual, insists: true } });
  const { code, verdicts } = await array.verify(...portal);
  expect(code).toBe(3);
  expect(verdicts.get(iqn("host"))?.reason).toContain("also has an outbound password");
});

it.each<[string, Behaviour, string]>([
  ["asks for no password", { is: "open" }, "asks this initiator for no password"],
  [
    "does not know the target",
    { is: "status", at: 1, status: 0x0203 },
    "does not admit this initiator from here (login status 0203",
  ],
  ["denies the initiator", { is: "status", at: 1, status: 0x0202 }, "login status 0202"],
  ["turns the initiator away before CHAP", { is: "status", at: 1, status: 0x0201 }, "login status 0201"],
  ["redirects", { is: "status", at: 1, status: 0x0102 }, "which is never followed"],
  ["is out of resources", { is: "status", at: 3, status: 0x0302 }, "ended with status 0302"],
  ["closes the connection", { is: "closing", at: 2 }, "closed the connection after the request for a challenge"],
  ["is no target", { is: "text", text: "SSH-2.0-x\r\n" }, "is not iSCSI"],
  ["keeps silent", { is: "silent", at: 1 }, "gave no response after the first request"],
])("cannot tell where the portal %s", async (_what, behaviour, reason) => {
  const portal = await start([{ initiator: iqn("host") }], { "*": behaviour });
  const { code, verdicts } = await array.verify(...portal, "--timeout", "400ms");
  expect(code).toBe(3);
  expect(verdicts.get(iqn("host"))).toMatchObject({ inbound: "unknown", reason: expect.stringContaining(reason) });
  expect(target.connections).toBe(1);
});

it("takes the next portal where one cannot be connected to, and gives up one that keeps silent", async () => {
  const hosts = ["a", "b", "c", "d"].map((name) => ({ initiator: iqn(name) }));
  const [, portal = ""] = await start(hosts, { "*": chap });
  const silent = await ScriptedTarget.start({});
  const gone = await ScriptedTarget.start({});
  await gone.stop();
  const { code, verdicts } = await array.verify(
    ...["--portal", `svm1=127.0.0.1:${gone.port}`, "--portal", `svm1=127.0.0.1:${silent.port}`, "--portal", portal],
    ...["--timeout", "1s"],
  );
  await silent.stop();
  expect(code).toBe(3);
  const found = hosts.map(({ initiator }) => verdicts.get(initiator)?.inbound);
  expect(found).toEqual(["unknown", "unknown", "proven", "proven"]);
  expect(verdicts.get(iqn("c"))?.portal).toBe(`127.0.0.1:${target.port}`);
});

it("says that no portal can be used, with the reason of each", async () => {
  const portal = await start([{ initiator: iqn("host") }], {});
  await target.stop();
  const { verdicts } = await array.verify(...portal, "--portal", "svm1=[::1]:1", "--from", "127.0.0.1");
  expect(verdicts.get(iqn("host"))?.reason).toBe(
    `no portal can be used ([::1]:1: it cannot be reached from 127.0.0.1; 127.0.0.1:${target.port}: connection refused)`,
  );
  target = await ScriptedTarget.start({});
});

it("avoids ISIDs of live sessions, and leaves the default row unknown unless an initiator is given for it", async () => {
  const portal = await start([{ initiator: "default" }], { [iqn("guest")]: chap });
  const without = await array.verify(...portal);
  expect(without.code).toBe(3);
  expect(without.verdicts.get("default")?.reason).toContain("--as-initiator");
  expect(without.calls).toEqual([]);
  const { code, verdicts } = await array.verify(...portal, "--as-initiator", iqn("guest"));
  expect({ code, inbound: verdicts.get("default")?.inbound }).toEqual({ code: 0, inbound: "proven" });
  expect(target.requests[0]?.isid).toMatch(/^80/);
});

it("says that nothing was verified where nothing is of type chap, and takes an unknown name for wrong usage", async () => {
  await start([{ initiator: iqn("a") }], {});
  const svm = { svm: { name: "svm1" }, svmName: "svm1", svmUuid: SVM1 };
  array.record([
    resource("IscsiCredentials", "a", `${SVM1}/${iqn("a")}`, {
      ...svm,
      initiator: iqn("a"),
      authenticationType: "none",
    }),
  ]);
  const { code, stdout } = await array.verify("--format", "text");
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("Nothing was verified") });
  expect(await array.verify("--only", iqn("x"))).toMatchObject({ code: 64, stderr: expect.stringContaining(iqn("x")) });
  expect((await array.verify("--only", iqn("a").toUpperCase())).code).toBe(64);
  expect(await array.verify("--portal", "svm9=127.0.0.1")).toMatchObject({
    code: 64,
    stderr: expect.stringContaining("svm9"),
  });
});

it("verifies rows of a table, and only those that are named", async () => {
  const hosts = [{ initiator: iqn("a") }, { initiator: iqn("b") }];
  const portal = await start(hosts, { "*": chap });
  const svm = { svm: { name: "svm1" }, svmName: "svm1", svmUuid: SVM1 };
  const credentials = Object.fromEntries(
    hosts.map((host) => [host.initiator, { authenticationType: "chap", chap: recordedChap(host) }]),
  );
  array.record([resource("IscsiCredentialsTable", "hosts", SVM1, { ...svm, credentials })]);
  const { code, report, calls } = await array.verify(...portal, "--only", iqn("b"));
  expect(code).toBe(0);
  expect(report?.credentials).toMatchObject([
    { name: "hosts", row: iqn("b"), id: `${SVM1}/${iqn("b")}`, inbound: "proven" },
  ]);
  // No service is recorded, so that the array is asked for the target's name.
  expect(calls).toContain(`GET services/${SVM1}`);
});

it("leaves passwords unknown that are encrypted or not recorded, and requests nothing for them", async () => {
  const host = { initiator: iqn("a"), outbound: OUTBOUND };
  await start([host], { "*": chap });
  const svm = { svm: { name: "svm1" }, svmName: "svm1", svmUuid: SVM1 };
  const one = (name: string, chapPart: object) =>
    resource("IscsiCredentials", name, `${SVM1}/${iqn(name)}`, {
      ...svm,
      initiator: iqn(name),
      authenticationType: "chap",
      chap: chapPart,
    });
  array.record([one("a", recordedChap(host, true)), one("b", { inbound: { user: "in" } })]);
  const { code, verdicts, calls } = await array.verify();
  expect({ code, calls }).toEqual({ code: 3, calls: [] });
  expect(verdicts.get(iqn("a"))).toMatchObject({
    inbound: "unknown",
    outbound: "unknown",
    reason: expect.stringContaining("is encrypted in the state"),
  });
  expect(verdicts.get(iqn("b"))?.reason).toContain("records no inbound password");
});

it("cannot tell where the array does not answer, or the login may not list sessions", async () => {
  const portal = await start([{ initiator: iqn("a") }], { "*": chap });
  const path = "/api/protocols/san/iscsi/sessions";
  await array.control("POST", "/faults", {
    match: { path },
    kind: "status",
    status: 403,
    code: "6",
    message: "not authorized",
  });
  const { code, verdicts } = await array.verify(...portal);
  expect({ code, connections: target.connections }).toEqual({ code: 3, connections: 0 });
  expect(verdicts.get(iqn("a"))).toMatchObject({ inbound: "unknown", reason: expect.any(String) });
});
