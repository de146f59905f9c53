import type { LoginAs } from "../../cli/verify/login/negotiation";
import type { Seen } from "../../cli/verify/login/seen";
import type { TgtTarget } from "./tgtd";

export const HOST = "iqn.1998-01.com.example:host1";
const target = (name: string) => `iqn.1992-08.com.example:${name}`;

export const ONE_WAY = { name: target("one-way"), incoming: ["in", "inbound-secret"] } as const satisfies TgtTarget;
const MUTUAL = {
  name: target("mutual"),
  incoming: ["min", "größe-inbound"],
  outgoing: ["mout", "outbound-secret"],
} as const satisfies TgtTarget;
const OPEN = { name: target("open") } as const satisfies TgtTarget;
const CLOSED = {
  name: target("closed"),
  admits: "iqn.1998-01.com.example:somebody-else",
  incoming: ["cin", "inbound-secret"],
} as const satisfies TgtTarget;

export const TARGETS: readonly TgtTarget[] = [ONE_WAY, MUTUAL, OPEN, CLOSED];

/** The right login of {@link ONE_WAY}. */
export const RIGHT = login(ONE_WAY);

const refused: Seen = { kind: "rejected", phase: "proof", status: "0201" };
const notAdmitted: Seen = { kind: "rejected", phase: "greeting", status: "0203" };
const accepted = (outbound?: Extract<Seen, { kind: "accepted" }>["outbound"]): Seen => ({ kind: "accepted", outbound });

/** What a login must come to, case by case. */
export const ROWS: ReadonlyArray<readonly [what: string, login: LoginAs, seen: Seen]> = [
  ["the right password", RIGHT, accepted()],
  ["a wrong password", login(ONE_WAY, { password: "wrong" }), refused],
  ["a wrong user", login(ONE_WAY, { user: "wrong" }), refused],
  ["a target without CHAP", login({ ...OPEN, incoming: ["in", "x"] }), { kind: "open" }],
  ["mutual, all right", login(MUTUAL, {}, {}), accepted("right")],
  ["mutual, another outbound password", login(MUTUAL, {}, { password: "wrong" }), accepted("wrong")],
  ["mutual, another outbound user", login(MUTUAL, {}, { user: "wrong" }), accepted("other user")],
  ["mutual, a wrong inbound password", login(MUTUAL, { password: "wrong" }, {}), refused],
  ["one-way to a target set to mutual", login(MUTUAL), accepted()],
  ["mutual to a one-way target", login(ONE_WAY, {}, { user: "mout", password: "outbound-secret" }), refused],
  ["an unknown target", { ...RIGHT, target: target("none") }, notAdmitted],
  ["an initiator that is not admitted", login(CLOSED), notAdmitted],
];

function login(
  { name, incoming = ["in", ""], outgoing = ["", ""] }: TgtTarget,
  inbound: Partial<LoginAs["inbound"]> = {},
  outbound?: Partial<LoginAs["inbound"]>,
): LoginAs {
  return {
    initiator: HOST,
    target: name,
    inbound: { user: incoming[0], password: incoming[1], ...inbound },
    outbound: outbound && { user: outgoing[0], password: outgoing[1], ...outbound },
  };
}
