import fc from "fast-check";
import {
  admits,
  admitsAll,
  initiatorAddressFailures,
  normalisedInitiatorAddress,
  sameAddresses,
} from "../../../provider/schema/initiator-address";
import { summary, UNKNOWNS } from "./arguments";

function codes(initiatorAddress: unknown): readonly string[] {
  return summary(initiatorAddressFailures({ initiatorAddress }));
}
const range = (start: string, end: string) => ({ ranges: [{ start, end }] });
const mask = (address: string, netmask: string) => ({ masks: [{ address, netmask }] });

describe("an address list", () => {
  test.each([
    [range("10.0.0.1", "10.0.0.1")],
    [range("10.0.0.9", "10.0.0.10")],
    [range("2001:db8::", "2001:DB8::ffff")],
    [mask("10.0.0.0", "24")],
    [{ masks: [{ address: "10.0.0.0", netmask: 24 }] }],
    [mask("10.0.0.5", "255.255.255.0")],
    [mask("10.0.0.0", "0")],
    [mask("10.0.0.0", "32")],
    [mask("2001:db8::", "1")],
    [{ masks: [{ address: "2001:db8::", netmask: 127 }] }],
    [{ masks: [{ address: "2001:db8::" }] }],
    [{ ...range("10.0.0.1", "10.0.0.1"), masks: [] }],
    [{ ranges: [], ...mask("10.0.0.0", "24") }],
    [undefined],
  ])("may be %j", (list) => {
    expect(codes(list)).toEqual([]);
  });

  test.each([
    [range("10.0.0.10", "10.0.0.9"), "initiatorAddress.ranges[0].start: 5374855"],
    [range("2001:db8::1", "2001:db8::"), "initiatorAddress.ranges[0].start: 5374855"],
    [range("10.0.0.1", "2001:db8::"), "initiatorAddress.ranges[0].end: 5374856"],
    [range("::1", "10.0.0.1"), "initiatorAddress.ranges[0].end: 5374856"],
    [range("10.0.0", "10.0.0.9"), "initiatorAddress.ranges[0].start"],
    [range("10.0.0.1", "host"), "initiatorAddress.ranges[0].end"],
    [mask("10.0.0.0", "33"), "initiatorAddress.masks[0].netmask"],
    [{ masks: [{ address: "10.0.0.0", netmask: -1 }] }, "initiatorAddress.masks[0].netmask"],
    [mask("10.0.0.0", ""), "initiatorAddress.masks[0].netmask"],
    [mask("10.0.0.0", "255.0.255.0"), "initiatorAddress.masks[0].netmask"],
    [mask("2001:db8::", "0"), "initiatorAddress.masks[0].netmask"],
    [mask("2001:db8::", "128"), "initiatorAddress.masks[0].netmask"],
    [mask("2001:db8::", "255.255.0.0"), "initiatorAddress.masks[0].netmask"],
    [mask("10.0.0.0/24", "24"), "initiatorAddress.masks[0].address"],
    [{ masks: [{ address: "10.0.0.0" }] }, "initiatorAddress.masks[0].netmask"],
  ])("may not be %j: %s", (list, code) => {
    expect(codes(list)).toEqual([code]);
  });

  test.each([[{}], [{ ranges: [] }], [{ masks: [] }], [{ ranges: [], masks: [] }], [{ ranges: [], masks: null }]])(
    "may not be %j, which would admit every address: leaving it out says that",
    (list) => {
      expect(initiatorAddressFailures({ initiatorAddress: list })).toEqual([
        { property: '["initiatorAddress"]', reason: expect.stringContaining("leave it out") },
      ]);
    },
  );

  it("says of a netmask what the address's family allows", () => {
    const [ipv4] = initiatorAddressFailures({ initiatorAddress: mask("10.0.0.0", "33") });
    const [ipv6] = initiatorAddressFailures({ initiatorAddress: mask("::", "128") });
    expect([ipv4?.reason, ipv6?.reason]).toEqual([
      expect.stringContaining("from 0 to 32 or a dotted mask"),
      expect.stringContaining("from 1 to 127"),
    ]);
  });

  it("names each wrong item by its index", () => {
    const good = { start: "10.0.0.1", end: "10.0.0.2" };
    expect(codes({ ranges: [good, { ...good, end: "x" }, { start: "y", end: "z" }], ...mask("v", "24") })).toEqual([
      "initiatorAddress.masks[0].address",
      "initiatorAddress.ranges[1].end",
      "initiatorAddress.ranges[2].end",
      "initiatorAddress.ranges[2].start",
    ]);
  });

  it("is not judged as far as it is unknown", () => {
    const unknown = UNKNOWNS.text;
    const lists = [
      unknown,
      { ranges: unknown, masks: unknown },
      { ranges: [], masks: unknown },
      { ranges: [unknown] },
      range(unknown, "10.0.0.1"),
      { masks: [{ address: unknown }] },
    ];
    expect([...lists, mask(unknown, "24"), mask("10.0.0.1", unknown), mask(unknown, unknown)].flatMap(codes)).toEqual(
      [],
    );
    expect(codes(range(unknown, "x"))).toEqual(["initiatorAddress.ranges[0].end"]);
  });
});

describe("a normalised address list", () => {
  test.each([
    [{ masks: [{ address: "2001:DB8::0", netmask: 64 }] }, mask("2001:db8::", "64")],
    [{ masks: [{ address: "2001:db8::" }] }, mask("2001:db8::", "64")],
    [{ masks: [{ address: UNKNOWNS.text }] }, { masks: [{ address: UNKNOWNS.text }] }],
    [mask("10.0.0.5", "255.255.255.0"), mask("10.0.0.5", "24")],
    [mask("10.0.0.5", "024"), mask("10.0.0.5", "24")],
    [range("2001:0db8::1", "2001:db8:0:0::2"), range("2001:db8::1", "2001:db8::2")],
    [{ ranges: [], masks: null }, {}],
    [mask(UNKNOWNS.text, "255.0.0.0"), mask(UNKNOWNS.text, "8")],
    [{ ranges: UNKNOWNS.list }, { ranges: UNKNOWNS.list }],
    [{ ranges: [UNKNOWNS.text] }, { ranges: [UNKNOWNS.text] }],
    [UNKNOWNS.text, UNKNOWNS.text],
    [undefined, undefined],
  ])("of %j is %j", (list, normal) => {
    expect(normalisedInitiatorAddress(list)).toEqual(normal);
  });

  const address = fc.oneof(fc.ipV4(), fc.ipV6());
  const list = fc.record({
    ranges: fc.array(fc.record({ start: address, end: address }), { maxLength: 3 }),
    masks: fc.array(
      fc.oneof(
        fc.record({ address: fc.ipV4(), netmask: fc.integer({ min: 0, max: 32 }).map(String) }),
        fc.record({ address: fc.ipV6(), netmask: fc.integer({ min: 1, max: 127 }).map(String) }),
      ),
      { maxLength: 3 },
    ),
  });

  it("admits what the list admits, and normalised again stays as it is", () => {
    fc.assert(
      fc.property(list, ({ ranges, masks }) => {
        const given = { ranges: ranges.filter((one) => codes({ ranges: [one] }).length === 0), masks };
        const normal = normalisedInitiatorAddress(given);
        expect(normalisedInitiatorAddress(normal)).toEqual(normal);
        expect(sameAddresses(given, Object(normal))).toBe(true);
      }),
    );
  });
});

describe("two address lists", () => {
  test.each([
    ["netmask and range", mask("10.0.0.0", "24"), range("10.0.0.0", "10.0.0.255")],
    ["host bits", mask("10.0.0.77", "24"), mask("10.0.0.0", "255.255.255.0")],
    ["netmask, left out where it is the default,", { masks: [{ address: "2001:db8::" }] }, mask("2001:db8::", "64")],
    [
      "touching ranges",
      {
        ranges: [
          { start: "10.0.0.0", end: "10.0.0.4" },
          { start: "10.0.0.5", end: "10.0.0.9" },
        ],
      },
      range("10.0.0.0", "10.0.0.9"),
    ],
    [
      "order",
      {
        ranges: [
          { start: "10.0.0.9", end: "10.0.0.9" },
          { start: "10.0.0.1", end: "10.0.0.1" },
        ],
      },
      {
        ranges: [
          { start: "10.0.0.1", end: "10.0.0.1" },
          { start: "10.0.0.9", end: "10.0.0.9" },
        ],
      },
    ],
    ["no list and an empty one", undefined, {}],
  ])("are the same with other %s", (_what, a, b) => {
    expect([sameAddresses(a, b), sameAddresses(b, a)]).toEqual([true, true]);
  });

  it("differ by one address, by family, and by there being a list at all", () => {
    expect(sameAddresses(range("10.0.0.0", "10.0.0.9"), range("10.0.0.0", "10.0.0.8"))).toBe(false);
    expect(sameAddresses(range("0.0.0.1", "0.0.0.1"), range("::1", "::1"))).toBe(false);
    expect(sameAddresses(mask("0.0.0.0", "0"), undefined)).toBe(false);
  });

  it("admit one another from wide to narrow, and no list admits all", () => {
    const [wide, narrow] = [mask("10.0.0.0", "8"), range("10.1.0.0", "10.1.0.9")];
    expect([admitsAll(wide, narrow), admitsAll(narrow, wide)]).toEqual([true, false]);
    expect([admitsAll(undefined, wide), admitsAll(wide, undefined)]).toEqual([true, false]);
  });

  it("admit an address that is in them, in any spelling", () => {
    expect(
      ["10.0.0.1", "10.255.255.255", "11.0.0.0", "::a00:1", "", "x"].map((one) => admits(mask("10.0.0.0", "8"), one)),
    ).toEqual([true, true, false, false, false, false]);
    expect(admits(mask("2001:db8::", "64"), "2001:DB8:0:0::7")).toBe(true);
    expect(admits(undefined, "x")).toBe(true);
  });
});
