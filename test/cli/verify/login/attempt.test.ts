import { randomBytes } from "node:crypto";
import { attemptLogin } from "../../../../cli/verify/login/attempt";
import { freshIsid } from "../../../../cli/verify/login/isid";
import type { LoginAs } from "../../../../cli/verify/login/negotiation";
import { type Behaviour, ScriptedTarget } from "../target";

const HOST = "iqn.1998-01.com.example:host1";
const TARGET = "iqn.1992-08.com.netapp:sn.1:vs.1";
const chap: Behaviour = { is: "chap", inbound: { user: "in", secret: "inbound-secret" } };
const mutual: Behaviour = { ...chap, outbound: { user: "out", secret: "outbound-secret" } };
const right: LoginAs = {
  initiator: HOST,
  target: TARGET,
  inbound: { user: "in", password: "inbound-secret" },
  outbound: undefined,
};
const rightMutual: LoginAs = { ...right, outbound: { user: "out", password: "outbound-secret" } };

let target: ScriptedTarget;
afterEach(() => target.stop());

async function logIn(behaviour: Behaviour, login: LoginAs = right, host = "127.0.0.1") {
  target = await ScriptedTarget.start({ "*": behaviour }, { host });
  const isid = freshIsid(randomBytes, []);
  return attemptLogin({ address: host, port: target.port }, login, {
    isid,
    randomBytes,
    from: undefined,
    timeoutMs: behaviour.is === "silent" ? 300 : 10_000,
  });
}

it.each<[string, Behaviour, LoginAs, object]>([
  ["the right password", chap, right, { kind: "accepted", outbound: undefined }],
  [
    "a wrong password",
    chap,
    { ...right, inbound: { user: "in", password: "x" } },
    { kind: "rejected", phase: "proof", status: "0201" },
  ],
  [
    "a wrong user",
    chap,
    { ...right, inbound: { user: "x", password: "inbound-secret" } },
    { kind: "rejected", phase: "proof", status: "0201" },
  ],
  [
    "a password in UTF-8",
    { is: "chap", inbound: { user: "ü", secret: "größe" } },
    { ...right, inbound: { user: "ü", password: "größe" } },
    { kind: "accepted" },
  ],
  [
    "a password in hexadecimal digits",
    { is: "chap", inbound: { user: "in", secret: "0123" } },
    { ...right, inbound: { user: "in", password: "0X30313233" } },
    { kind: "accepted" },
  ],
  ["both passwords right", mutual, rightMutual, { kind: "accepted", outbound: "right" }],
  [
    "another outbound password",
    mutual,
    { ...right, outbound: { user: "out", password: "x" } },
    { kind: "accepted", outbound: "wrong" },
  ],
  [
    "another outbound user",
    mutual,
    { ...right, outbound: { user: "x", password: "outbound-secret" } },
    { kind: "accepted", outbound: "other user" },
  ],
  [
    "a one-way login where the target has an outbound password",
    mutual,
    right,
    { kind: "accepted", outbound: undefined },
  ],
  [
    "the same where the target insists",
    { ...mutual, insists: true },
    right,
    { kind: "rejected", phase: "proof", status: "0201" },
  ],
  ["a mutual login to a one-way target", chap, rightMutual, { kind: "rejected", phase: "proof", status: "0201" }],
  ["a target without CHAP", { is: "open" }, right, { kind: "open" }],
  ["a target that takes no method", { is: "method refused" }, right, { kind: "unexpected", phase: "greeting" }],
  [
    "a refusal at the first request",
    { is: "status", at: 1, status: 0x0203 },
    right,
    { kind: "rejected", phase: "greeting", status: "0203" },
  ],
  ["a redirect", { is: "status", at: 1, status: 0x0101 }, right, { kind: "redirected", phase: "greeting" }],
  [
    "an error of the target",
    { is: "status", at: 2, status: 0x0300 },
    right,
    { kind: "rejected", phase: "algorithm", status: "0300" },
  ],
  ["no response", { is: "silent", at: 1 }, right, { kind: "silent", phase: "greeting" }],
  ["no response to the proof", { is: "silent", at: 3 }, right, { kind: "silent", phase: "proof" }],
  ["a closed connection", { is: "closing", at: 2 }, right, { kind: "closed", phase: "algorithm" }],
  ["a Reject PDU", { is: "rejecting", at: 1 }, right, { kind: "unexpected", phase: "greeting" }],
  [
    "a web server",
    { is: "text", text: "HTTP/1.1 400 Bad Request\r\n\r\n" },
    right,
    { kind: "foreign", phase: "greeting" },
  ],
  ["noise that begins like a response", { is: "text", text: `#${"x".repeat(60)}` }, right, { kind: "foreign" }],
  ["an acceptance that stays where it is", { is: "flags", flags: 0x01 }, right, { kind: "unexpected", phase: "proof" }],
  [
    "an acceptance straight into the full feature phase",
    { is: "flags", flags: 0x83 },
    right,
    { kind: "unexpected", phase: "proof" },
  ],
])("tells %s", async (_what, behaviour, login, seen) => {
  expect(await logIn(behaviour, login)).toMatchObject(seen);
});

it("closes the connection once it is accepted, and has sent three requests that stay before the full feature phase", async () => {
  expect(await logIn(chap)).toMatchObject({ kind: "accepted" });
  const closed = new Promise((resolve) => target.server.getConnections((_error, count) => resolve(count)));
  expect(await closed).toBeLessThanOrEqual(1);
  expect(target.requests.map(({ flags }) => flags)).toEqual([0x00, 0x00, 0x81]);
  const [first, second] = target.requests;
  expect(Object.fromEntries(first?.keys ?? [])).toEqual({
    InitiatorName: HOST,
    SessionType: "Normal",
    TargetName: TARGET,
    AuthMethod: "CHAP,None",
  });
  expect(Object.fromEntries(second?.keys ?? [])).toEqual({ CHAP_A: "5" });
});

it("logs in over IPv6", async () => {
  expect(await logIn(chap, right, "::1")).toMatchObject({ kind: "accepted" });
});

it("says that nothing listens, and that an address to connect from is not there", async () => {
  target = await ScriptedTarget.start({});
  const { port } = target;
  await target.stop();
  const options = { isid: freshIsid(randomBytes, []), randomBytes, from: undefined, timeoutMs: 300 };
  const portal = { address: "127.0.0.1", port };
  expect(await attemptLogin(portal, right, options)).toEqual({ kind: "unreachable", reason: "connection refused" });
  expect(await attemptLogin(portal, right, { ...options, from: "203.0.113.7" })).toEqual({
    kind: "unreachable",
    reason: "this machine does not have the address to connect from",
  });
});
