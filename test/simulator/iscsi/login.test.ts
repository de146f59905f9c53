import type { WireRecord } from "../../../simulator/wire/json";
import type { LoginAs } from "./initiator";
import { HOST, inbound, outbound, Portal, row, TARGET1, TARGET2 } from "./portal";

const deny = row("default", "deny");
const chap = row(HOST, "chap", { chap: { inbound } });
const mutual = row(HOST, "chap", { chap: { inbound, outbound } });
const hex = row(HOST, "chap", { chap: { inbound: { user: "user1", password: "0x00ff3031" } } });
const here = { initiator_address: { masks: [{ address: "127.0.0.0", netmask: "8" }] } };
const elsewhere = { initiator_address: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] } };

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

const welcome: [string, WireRecord[], Partial<LoginAs>][] = [
  ["without a row, by a default row of type none", [], {}],
  ["of type none, though default denies", [deny, row(HOST, "none")], {}],
  ["of type none that offers CHAP as well", [row(HOST, "none")], inbound],
  ["with the right password", [deny, chap], inbound],
  ["with a password of the default row", [row("default", "chap", { chap: { inbound } })], inbound],
  [
    "with a password in UTF-8",
    [row(HOST, "chap", { chap: { inbound: { user: "ü", password: "pässwörd" } } })],
    { user: "ü", password: "pässwörd" },
  ],
  ["that asks for no proof of an array that has one", [mutual], inbound],
  ["from an address in its list", [deny, row(HOST, "chap", { chap: { inbound }, ...here })], inbound],
];
test.each(welcome)("an initiator %s gets in", async (_what, rows, as) => {
  await portal.setRows(...rows);
  expect(await portal.logIn(as)).toMatchObject({ status: "0000", transit: true });
  expect(await portal.loggedIn()).toEqual([HOST]);
});

const refused: [string, string, WireRecord[], Partial<LoginAs>][] = [
  ["with a wrong password", "0201", [chap], { ...inbound, password: "inbound-Secret" }],
  ["with a wrong user", "0201", [chap], { ...inbound, user: "user2" }],
  ["with a wrong password and a right demand", "0201", [mutual], { ...inbound, password: "wrong", outbound }],
  ["without CHAP where it is demanded", "0201", [chap], {}],
  ["that offers nothing but CHAP to a row of type none", "0201", [], { ...inbound, methods: "CHAP" }],
  ["that demands a proof which the array does not have", "0201", [chap], { ...inbound, outbound }],
  ["whose row has no password", "0201", [row(HOST, "chap")], { user: "", password: "" }],
  ["whose row denies", "0202", [row(HOST, "deny")], {}],
  ["without a row where default denies", "0202", [deny], {}],
  [
    "from an address that is not in its list",
    "0202",
    [row(HOST, "chap", { chap: { inbound }, ...elsewhere })],
    inbound,
  ],
  ["that looks for a target that no SVM has", "0203", [], { target: "iqn.1992-08.com.netapp:sn.none" }],
  ["whose name is none", "0200", [], { initiator: "default" }],
  ["whose name is too long", "0200", [], { initiator: `iqn.1994-05.com.example:${"x".repeat(200)}` }],
];
test.each(refused)("an initiator %s is refused with %s", async (_what, status, rows, as) => {
  await portal.setRows(...rows);
  const reply = await portal.logIn(as);
  expect(reply).toMatchObject({ status, transit: false, tsih: 0 });
  await reply.connection.closed();
  expect(await portal.loggedIn()).toEqual([]);
});

test("a password in hexadecimal is its bytes, not its digits", async () => {
  await portal.setRows(hex);
  expect((await portal.logIn({ user: "user1", password: "0x00ff3031" })).status).toBe("0201");
  await portal.setRows(row(HOST, "chap", { chap: { inbound: { user: "user1", password: "0x736563726574" } } }));
  expect((await portal.logIn({ user: "user1", password: "secret" })).status).toBe("0000");
});

test.each([
  ["proves that it knows the outbound password", outbound, true],
  ["cannot prove a password that it does not know", { ...outbound, password: "another" }, false],
  ["says its own name, whatever the initiator expects", { ...outbound, user: "another" }, false],
])("the array %s", async (_what, expected, isProven) => {
  await portal.setRows(mutual);
  expect(await portal.logIn({ ...inbound, outbound: expected })).toMatchObject({ status: "0000", isProven });
  expect(await portal.loggedIn()).toEqual(isProven ? [HOST] : []);
});

test("the name of the target decides the SVM", async () => {
  await portal.setRows(deny);
  expect((await portal.logIn({ target: TARGET2 })).status).toBe("0000");
  expect((await portal.logIn({ target: TARGET1 })).status).toBe("0202");
  expect((await portal.sessions()).map(({ svm }) => svm)).toEqual([expect.objectContaining({ name: "svm2" })]);
});

test("a login that authenticates and stops there shows nowhere, before and after it ends", async () => {
  await portal.setRows(chap);
  const connection = await portal.connect();
  const as = { initiator: HOST, target: TARGET1, ...inbound };
  expect(await connection.authenticate(as)).toMatchObject({ status: "0000", transit: true, tsih: 0 });
  expect(await portal.sessions()).toEqual([]);
  connection.end();
  await connection.closed();
  expect(await portal.sessions()).toEqual([]);
});

test("the first response names what was agreed, the portal group and the target's alias", async () => {
  await portal.setRows(chap);
  const connection = await portal.connect();
  const names = { InitiatorName: HOST, TargetName: TARGET1, SessionType: "Normal" };
  expect((await connection.request(0x00, { ...names, AuthMethod: "CHAP,None" })).keys).toEqual({
    AuthMethod: "CHAP",
    TargetAlias: "disks",
    TargetPortalGroupTag: "1027",
  });
});

test("keys are negotiated, and unknown ones are not understood", async () => {
  await portal.setRows();
  const connection = await portal.connect();
  await connection.authenticate({ initiator: HOST, target: TARGET1 });
  const offers = { HeaderDigest: "CRC32C,None", ImmediateData: "Yes", MaxConnections: "8", DataDigest: "CRC32C" };
  const reply = await connection.request(0x87, { ...offers, MaxBurstLength: "many", "X-key": "1" });
  expect(reply.keys).toEqual({
    HeaderDigest: "None",
    ImmediateData: "No",
    MaxConnections: "1",
    DataDigest: "Reject",
    MaxBurstLength: "Reject",
    "X-key": "NotUnderstood",
  });
});

test("a login may leave out the security stage only where nobody has to authenticate", async () => {
  const names = { InitiatorName: HOST, TargetName: TARGET1 };
  await portal.setRows();
  expect(await (await portal.connect()).request(0x87, names)).toMatchObject({ status: "0000", transit: true });
  expect(await portal.loggedIn()).toEqual([HOST]);
  await portal.setRows(chap);
  expect(await (await portal.connect()).request(0x87, names)).toMatchObject({ status: "0201" });
  const connection = await portal.connect();
  await connection.request(0x00, { ...names, AuthMethod: "CHAP" });
  expect(await connection.request(0x83, {})).toMatchObject({ status: "0000", transit: false });
  expect(await portal.loggedIn()).toEqual([]);
});

test("a challenge of the target that is sent back to it is refused, even with the right password", async () => {
  await portal.setRows(mutual);
  const reply = await portal.logIn({ ...inbound, outbound, reflects: true });
  expect([reply.status, reply.keys]).toEqual(["0201", {}]);
});

test("neither the log nor a response repeats a password", async () => {
  await portal.setRows(mutual);
  await portal.logIn({ ...inbound, outbound });
  await portal.logIn({ ...inbound, password: "canary" });
  expect(portal.log.join("\n")).not.toMatch(/inbound-secret|outbound-secret|canary/);
  expect(portal.log).toContainEqual(
    expect.stringMatching(/^iSCSI 127\.0\.0\.1 \d+ iqn.*: login refused: 0201, the CHAP/),
  );
});
