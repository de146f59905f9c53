import fc from "fast-check";
import {
  canonicalAddress,
  covers,
  familyOf,
  type Interval,
  maskInterval,
  merged,
  prefixLength,
  rangeInterval,
} from "../../../provider/schema/address";

describe("an address", () => {
  test.each([
    ["10.0.0.1", "10.0.0.1", "ipv4"],
    ["2001:DB8::0", "2001:db8::", "ipv6"],
    ["2001:db8:0:0:0:0:0:1", "2001:db8::1", "ipv6"],
    ["2001:0db8::0001", "2001:db8::1", "ipv6"],
    ["::", "::", "ipv6"],
    ["::ffff:10.0.0.1", "::ffff:a00:1", "ipv6"],
  ])("%s is %s, of family %s", (text, canonical, family) => {
    expect([canonicalAddress(text), familyOf(text)]).toEqual([canonical, family]);
  });

  test.each([
    "",
    " ",
    "10.0.0",
    "10.0.0.256",
    "10.0.0.01",
    "0x0a.0.0.1",
    "167772161",
    "10.0.0.1 ",
    " 10.0.0.1",
    "10.0.0.1/24",
    "host1",
    "2001:db8",
    "2001:db8::1::2",
    "2001:db8::g",
    "fe80::1%eth0",
    "[::1]",
    " ::1",
    "::1 ",
    "::1/64",
  ])("%j is none", (text) => {
    expect([canonicalAddress(text), familyOf(text)]).toEqual([undefined, undefined]);
  });

  it("in any spelling of IPv6 has one canonical text, which is its own canonical text", () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.boolean(), (text, upper) => {
        const canonical = canonicalAddress(upper ? text.toUpperCase() : text);
        expect(canonical).toBe(canonicalAddress(text.toLowerCase()));
        expect(canonicalAddress(canonical ?? "")).toBe(canonical);
        expect(rangeInterval(text, canonical ?? "")).toMatchObject({ family: "ipv6" });
      }),
    );
  });
});

describe("a netmask", () => {
  test.each([
    ["24", "24"],
    ["0", "0"],
    ["08", "8"],
    ["128", "128"],
    ["255.255.255.0", "24"],
    ["255.255.255.255", "32"],
    ["0.0.0.0", "0"],
    ["255.255.240.0", "20"],
  ])("%s has the length %s", (netmask, length) => {
    expect(prefixLength(netmask)).toBe(length);
  });

  test.each(["", "255.0.255.0", "0.0.0.255", "255.255.255", "-1", "2.5", "/24", "24 ", "ffff::", "1000"])(
    "%j is none",
    (netmask) => {
      expect(prefixLength(netmask)).toBeUndefined();
    },
  );

  it("of any length is the same in dotted form", () => {
    for (let length = 0; length <= 32; length += 1) {
      const bits = "1".repeat(length).padEnd(32, "0");
      const dotted = [0, 8, 16, 24].map((from) => Number.parseInt(bits.slice(from, from + 8), 2)).join(".");
      expect([dotted, prefixLength(dotted)]).toEqual([dotted, String(length)]);
    }
  });
});

describe("an interval", () => {
  it("of a network ignores host bits", () => {
    expect(maskInterval("10.0.0.77", "24")).toEqual(rangeInterval("10.0.0.0", "10.0.0.255"));
    expect(maskInterval("2001:db8::1", "64")).toEqual(rangeInterval("2001:db8::", "2001:db8::ffff:ffff:ffff:ffff"));
    expect(maskInterval("10.0.0.77", "0")).toEqual(rangeInterval("0.0.0.0", "255.255.255.255"));
    expect(maskInterval("10.0.0.77", "32")).toEqual(rangeInterval("10.0.0.77", "10.0.0.77"));
    expect(maskInterval("2001:db8::1")).toEqual(maskInterval("2001:db8::", "64"));
  });

  it("is none where a part is not valid", () => {
    expect(maskInterval("10.0.0.0", "33")).toBeUndefined();
    expect(maskInterval("10.0.0.0", "x")).toBeUndefined();
    expect(maskInterval("10.0.0.0")).toBeUndefined();
    expect(maskInterval("x", "24")).toBeUndefined();
    expect(maskInterval("::", "129")).toBeUndefined();
    expect(rangeInterval("10.0.0.1", "x")).toBeUndefined();
    expect(rangeInterval("10.0.0.1", "::1")).toBeUndefined();
  });
});

/** Addresses of a small world, so that lists of them can be compared one by one. */
const SIZE = 16;
const interval = fc
  .record({ family: fc.constantFrom("ipv4" as const, "ipv6" as const), a: fc.nat(SIZE - 1), b: fc.nat(SIZE - 1) })
  .map(({ family, a, b }): Interval => ({ family, first: BigInt(Math.min(a, b)), last: BigInt(Math.max(a, b)) }));
const list = fc.array(interval, { maxLength: 6 });

function members(intervals: readonly Interval[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { family, first, last } of intervals) {
    for (let number = first; number <= last; number += 1n) {
      all.add(`${family} ${number}`);
    }
  }
  return all;
}

describe("lists of intervals", () => {
  it("merge into the fewest that hold the same addresses, in order", () => {
    fc.assert(
      fc.property(list, (intervals) => {
        const result = merged(intervals);
        expect([...members(result)].sort()).toEqual([...members(intervals)].sort());
        for (const [index, next] of result.entries()) {
          const before = result[index - 1];
          expect(before === undefined || before.family < next.family || before.last + 1n < next.first).toBe(true);
        }
        expect(merged(result)).toEqual(result);
      }),
    );
  });

  it("cover each other exactly where one holds every address of the other", () => {
    fc.assert(
      fc.property(list, list, (outer, inner) => {
        const wide = members(outer);
        expect(covers(outer, inner)).toBe([...members(inner)].every((address) => wide.has(address)));
      }),
    );
  });
});
