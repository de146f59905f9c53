import fc from "fast-check";
import type { Bag } from "../../test/engine/bag";

/** Arguments of one resource, as a program may give them. */
export interface Arguments {
  readonly kind: "IscsiService" | "IscsiCredentials";
  readonly args: Bag;
}

/** Values that are right with the weight `right`, else nearly right, and now and then anything at all. */
function mostly(right: fc.Arbitrary<unknown>, nearly: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 70, arbitrary: right },
    { weight: 9, arbitrary: nearly },
    { weight: 1, arbitrary: anything },
  );
}

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, "", " ", 0, -1, 1.5, true, false, [], {}, [[]], [{}], "null", "undefined", "0x", "\u0000"),
  fc.string({ maxLength: 12 }),
  fc.integer(),
  fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("user", "password", "start", "name", "constructor", "prototype"), fc.string(), {
    maxKeys: 2,
    noNullPrototype: true,
  }),
);

/** An object with these properties, each there or not, and seldom one that nobody knows. */
function object(of: Readonly<Record<string, fc.Arbitrary<unknown>>>, required: readonly string[]): fc.Arbitrary<Bag> {
  const whole = fc.record(of, { requiredKeys: [...required], noNullPrototype: true });
  const partial = fc.record(of, { requiredKeys: [], noNullPrototype: true });
  return fc.oneof(
    { weight: 40, arbitrary: whole },
    { weight: 2, arbitrary: partial },
    { weight: 1, arbitrary: whole.map((known) => ({ ...known, adress: "10.0.0.1" })) },
  );
}

const word = fc.stringMatching(/^[a-z0-9][a-z0-9.:-]{0,12}$/);
const iqn = fc
  .tuple(fc.constantFrom("1998-01", "2001-12", "0000-10"), word)
  .map(([date, rest]) => `iqn.${date}.${rest}`);
const eui = fc.stringMatching(/^[0-9a-f]{16}$/).map((digits) => `eui.${digits}`);
const nearlyName = fc.oneof(
  fc.constantFrom(
    "iqn",
    "iqn.",
    "iqn.1998-01",
    "iqn.1998-01.",
    "iqn.1998-01.:x",
    "iqn.1998-13.com.x",
    "iqn.98-01.com.x",
  ),
  fc.constantFrom(
    "IQN.1998-01.com.x",
    "iqnx.1998-01.com.x",
    "ipn.1998-01.com.x",
    "iqn-1998-01.com.x",
    "iqn:x",
    "x.1998-01.",
  ),
  fc.constantFrom("eui", "eui.", "eui.0123", "eui.0123456789abcdeg", "EUI.0123456789abcdef", "eui-0123456789abcdef"),
  fc.constantFrom("naa.60003ff44dc75adc", "Default", "default ", "host1", ".", "iqn.1998-01.com.\u00e4"),
  fc.tuple(iqn, fc.constantFrom("A", "_", " ", "/", "\n", "%", "\u00e9")).map((parts) => parts.join("")),
  fc.stringMatching(/^eui\.[0-9a-fA-Fg]{14,18}$/),
  fc.stringMatching(/^iqn\.[0-9-]{5,8}\.[a-z:.-]{0,3}$/),
);
const initiator = mostly(
  fc.oneof(
    { weight: 5, arbitrary: iqn },
    { weight: 3, arbitrary: eui },
    { weight: 1, arbitrary: fc.constant("default") },
  ),
  nearlyName,
);

const user = mostly(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.constantFrom("", "u".repeat(128), "u".repeat(129), "with space", "\u00e4", "\u00e4".repeat(65), "a\u0000"),
);
const hexadecimal = fc.stringMatching(/^0[xX]([0-9a-fA-F]{2}){1,8}$/);
const password = mostly(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("a-password-of-16", "another-password", "ab") },
    { weight: 1, arbitrary: hexadecimal },
  ),
  fc.oneof(
    fc.constantFrom("", "0x", "0x1", "0xzz", "0X12G4", "0x6162", "0X6162", "p".repeat(512), "p".repeat(513)),
    fc.stringMatching(/^0x[0-9a-g]{0,6}$/),
  ),
);
const pair = mostly(
  object({ user, password }, ["user", "password"]),
  fc.constantFrom({}, { user: "u" }, { password: "p" }),
);
const chap = mostly(object({ inbound: pair, outbound: pair }, ["inbound"]), fc.constantFrom({}, { inbound: {} }));

const ipv4 = fc.tuple(fc.constantFrom("10.0.0.", "192.168.7."), fc.nat({ max: 255 })).map((parts) => parts.join(""));
const ipv6 = fc.nat({ max: 65_535 }).map((number) => `2001:db8::${number.toString(16)}`);
const address = mostly(
  fc.oneof({ weight: 3, arbitrary: ipv4 }, { weight: 1, arbitrary: ipv6 }),
  fc.constantFrom(
    "10.1",
    "256.0.0.1",
    "010.0.0.1",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "fe80::1%eth0",
    "1.2.3.4.5",
    "10.0.0.1/24",
  ),
);
const netmask = mostly(
  fc.oneof(fc.integer({ min: 1, max: 32 }).map(String), fc.constantFrom("255.255.255.0", "64")),
  fc.constantFrom("0", "33", "127", "128", "129", "255.0.255.0", "0.0.0.0", "/24", "24 ", "024", 24, -1, "ffff::"),
);
const range = object({ start: address, end: address }, ["start", "end"]);
const mask = object({ address, netmask }, ["address", "netmask"]);
const list = mostly(
  object({ ranges: fc.array(range, { maxLength: 3 }), masks: fc.array(mask, { maxLength: 3 }) }, []),
  fc.constantFrom({}, { ranges: [] }, { masks: [] }, { ranges: [], masks: [] }, { ranges: {} }, { masks: null }),
);

/** `$SVM` stands for the SVM of the lane. */
const svm = mostly(
  fc.constantFrom({ name: "$SVM" }, { uuid: "$UUID" }, { name: "$SVM", uuid: "$UUID" }),
  fc.constantFrom({}, { name: null }, { name: null, uuid: null }),
);
const type = mostly(fc.constantFrom("chap", "none", "deny"), fc.constantFrom("CHAP", "None", "", "chap ", "mutual"));

const credential = fc.oneof(
  // Such as hang together, so that each rule is met alone.
  fc.record({ svm, initiator, authenticationType: fc.constant("chap"), chap }, { noNullPrototype: true }),
  fc.record({ svm, initiator, authenticationType: type, initiatorAddress: list }, { noNullPrototype: true }),
  object({ svm, initiator, authenticationType: type, chap, initiatorAddress: list }, [
    "svm",
    "initiator",
    "authenticationType",
  ]),
);
const alias = mostly(
  fc.stringMatching(/^[a-z0-9_.-]{1,12}$/),
  fc.constantFrom("a b", "a\tb", "a\u00a0b", "a".repeat(128), "a".repeat(129), "\u00e4", "\u{1f600}", "a\u200bb"),
);
const service = object(
  {
    svm,
    enabled: mostly(fc.boolean(), fc.constantFrom("true", 1)),
    target: mostly(object({ alias }, []), fc.constant({})),
  },
  ["svm"],
);

/** Valid, nearly valid and hostile arguments of both resources. */
export const generatedArguments: fc.Arbitrary<Arguments> = fc.oneof(
  { weight: 6, arbitrary: credential.map((args) => ({ kind: "IscsiCredentials" as const, args })) },
  { weight: 1, arbitrary: service.map((args) => ({ kind: "IscsiService" as const, args })) },
);
