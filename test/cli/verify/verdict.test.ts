import { beforeLogin } from "../../../cli/verify/before-login";
import type { Seen } from "../../../cli/verify/login/seen";
import type { Row } from "../../../cli/verify/row";
import { type Attempt, ONCE_MORE_ONE_WAY, verdictOf } from "../../../cli/verify/verdict";

const inbound = { user: "in", password: "a" };
const outbound = { user: "out", password: "b" };
const row: Row = {
  initiator: "iqn.1998-01.com.example:host1",
  type: "chap",
  inboundUser: "in",
  outboundUser: undefined,
  addresses: undefined,
};
const mutualRow: Row = { ...row, outboundUser: "out" };
const accepted = (proof?: Extract<Seen, { kind: "accepted" }>["outbound"]): Seen => ({
  kind: "accepted",
  outbound: proof,
});
const refused: Seen = { kind: "rejected", phase: "proof", status: "0201" };

function oneWay(attempt: Partial<Attempt> & Pick<Attempt, "seen">, before = row) {
  const attempts = [{ isMutual: false, after: before, ...attempt }];
  return verdictOf({ recorded: { inbound, outbound: undefined }, before, from: "10.0.0.5", attempts });
}

function mutual(attempts: ReadonlyArray<readonly [isMutual: boolean, seen: Seen]>, before = mutualRow) {
  return verdictOf({
    recorded: { inbound, outbound },
    before,
    from: "10.0.0.5",
    attempts: attempts.map(([isMutual, seen]) => ({ isMutual, seen, after: before })),
  });
}

it("believes an acceptance, and a refusal only where the row is the same before and after", () => {
  expect(oneWay({ seen: accepted() })).toEqual({ inbound: "proven" });
  expect(oneWay({ seen: refused })).toEqual({ inbound: "refused", reason: "the array refused the recorded password" });
  const elsewhere = { ranges: [{ start: "10.0.0.6", end: "10.0.0.9" }] };
  for (const after of [
    { ...row, type: "none" },
    { ...row, inboundUser: "other" },
    { ...row, addresses: elsewhere },
    "it is gone",
  ]) {
    expect(oneWay({ seen: refused, after })).toMatchObject({ inbound: "unknown", reason: expect.any(String) });
  }
});

it.each<[string, ReadonlyArray<readonly [boolean, Seen]>, object]>([
  ["all right", [[true, accepted("right")]], { inbound: "proven", outbound: "proven" }],
  ["a wrong proof", [[true, accepted("wrong")]], { inbound: "proven", outbound: "wrong proof" }],
  ["another outbound user", [[true, accepted("other user")]], { inbound: "proven", outbound: "unknown" }],
  ["no proof", [[true, accepted("missing")]], { inbound: "proven", outbound: "unknown" }],
  [
    "a refusal, then an acceptance",
    [
      [true, refused],
      [false, accepted()],
    ],
    { inbound: "proven", outbound: "unknown" },
  ],
  [
    "two refusals",
    [
      [true, refused],
      [false, refused],
    ],
    { inbound: "unknown", outbound: "unknown" },
  ],
  ["silence", [[true, { kind: "silent", phase: "proof" }]], { inbound: "unknown", outbound: "unknown" }],
])("judges mutual logins that came to %s", (_what, attempts, verdict) => {
  expect(mutual(attempts)).toMatchObject(verdict);
});

it("asks for a second login after a refused mutual one alone", () => {
  expect(mutual([[true, refused]])).toBe(ONCE_MORE_ONE_WAY);
  expect(mutual([[false, refused]])).not.toBe(ONCE_MORE_ONE_WAY);
  expect(oneWay({ seen: refused })).not.toBe(ONCE_MORE_ONE_WAY);
});

it.each<Seen>([
  { kind: "open" },
  { kind: "rejected", phase: "greeting", status: "0201" },
  { kind: "rejected", phase: "algorithm", status: "0201" },
  { kind: "rejected", phase: "proof", status: "0202" },
  { kind: "rejected", phase: "greeting", status: "0203" },
  { kind: "rejected", phase: "proof", status: "0200" },
  { kind: "rejected", phase: "proof", status: "0301" },
  { kind: "redirected", phase: "greeting" },
  { kind: "unexpected", phase: "proof", what: "a Reject PDU" },
  { kind: "silent", phase: "algorithm" },
  { kind: "closed", phase: "proof" },
  { kind: "foreign", phase: "greeting" },
  { kind: "unreachable", reason: "connection refused" },
])("takes %j for no verdict on the password", (seen) => {
  expect(oneWay({ seen })).toEqual({ inbound: "unknown", reason: expect.stringMatching(/^[a-z].*[^.]$/) });
});

it("finds what makes a login say nothing before it is tried", () => {
  const secrets = { inbound, outbound: undefined };
  expect(beforeLogin(secrets, row, row.initiator)).toBeUndefined();
  expect(beforeLogin(secrets, undefined, row.initiator)).toContain("no row");
  expect(beforeLogin(secrets, { ...row, initiator: "default" }, row.initiator)).toContain("the default row judges it");
  expect(beforeLogin(secrets, row, "default")).toContain("has a row of its own");
  expect(beforeLogin(secrets, { ...row, type: "deny" }, row.initiator)).toContain("type deny");
  expect(beforeLogin(secrets, { ...row, inboundUser: "x" }, row.initiator)).toContain("another inbound user");
});
