import { chapFailures } from "../../../provider/schema/chap";
import type { PropertyMap } from "../../../provider/schema/property-map";
import { summary, UNKNOWNS } from "./arguments";

const inbound = { user: "host1", password: "inbound-password" };
const outbound = { user: "array1", password: "outbound-password" };

function codes(chap: unknown, type: unknown = "chap", recorded: PropertyMap = {}): readonly string[] {
  return summary(chapFailures({ authenticationType: type, chap }, recorded));
}

describe("CHAP users", () => {
  test.each([
    [{ inbound }],
    [{ inbound, outbound }],
    [{ inbound: { ...inbound, password: "0x00aF" } }],
    [{ inbound: { ...inbound, password: "0X61" }, outbound: { ...outbound, password: "b" } }],
    [{ inbound, outbound: { ...outbound, user: inbound.user } }],
    [{ inbound: { ...inbound, password: "x0x1" } }],
  ])("may be %j", (chap) => {
    expect([codes(chap), codes(chap, "CHAP")]).toEqual([[], []]);
  });

  it("are needed with chap: user and password, both named where both are missing (5374149)", () => {
    const both = ["chap.inbound.password: 5374149", "chap.inbound.user: 5374149"];
    expect([undefined, {}, { inbound: {} }].map((chap) => codes(chap))).toEqual([both, both, both]);
    expect(codes({ inbound: { user: "host1" } })).toEqual(["chap.inbound.password: 5374149"]);
    expect(codes({ inbound: { password: "x" } })).toEqual(["chap.inbound.user: 5374149"]);
    expect(codes({ outbound })).toEqual(both);
  });

  it("are needed in full for outbound too, where it is given, with a code for the password alone (5374150)", () => {
    expect(codes({ inbound, outbound: {} })).toEqual(["chap.outbound.password: 5374150", "chap.outbound.user"]);
    expect(codes({ inbound, outbound: { user: "array1" } })).toEqual(["chap.outbound.password: 5374150"]);
    expect(codes({ inbound, outbound: { password: "x" } })).toEqual(["chap.outbound.user"]);
  });

  test.each(["0x", "0x1", "0xabc", "0xgg", "0X0z", "0x12 "])("may not have the password %j (5374145)", (password) => {
    expect(codes({ inbound: { ...inbound, password }, outbound })).toEqual(["chap.inbound.password: 5374145"]);
    expect(codes({ inbound, outbound: { ...outbound, password } })).toEqual(["chap.outbound.password: 5374145"]);
  });

  test.each([
    ["inbound", "user", "\u0000"],
    ["inbound", "user", "\u00e4".repeat(65)],
    ["outbound", "user", `${"u".repeat(127)}\u00e4`],
    ["inbound", "password", "a\u0000b"],
    ["outbound", "password", "\u00e4".repeat(257)],
  ])("may hold no null, and no more bytes than ONTAP takes: %s %s %j", (direction, leaf, value) => {
    const chap = { inbound, outbound, [direction]: { ...{ inbound, outbound }[direction], [leaf]: value } };
    expect(chapFailures({ authenticationType: "chap", chap }, {})).toEqual([
      {
        property: `chap.${direction}.${leaf}`,
        reason: expect.stringMatching(/at most \d+ bytes in UTF-8 and no null/),
      },
    ]);
  });

  it("must have different passwords in both directions, however they are written (5374147)", () => {
    expect(codes({ inbound: { ...inbound, password: "0x6162" }, outbound: { ...outbound, password: "ab" } })).toEqual([
      "chap.outbound.password: 5374147",
    ]);
    expect(
      codes({ inbound: { ...inbound, password: "0xABCD" }, outbound: { ...outbound, password: "0Xabcd" } }),
    ).toEqual(["chap.outbound.password: 5374147"]);
    expect(codes({ inbound, outbound: { ...outbound, password: inbound.password } })).toEqual([
      "chap.outbound.password: 5374147",
    ]);
  });

  test.each(["none", "deny", "None", "DENY"])("may not be given with %s (5374900)", (type) => {
    expect(codes({ inbound }, type)).toEqual(["chap.inbound: 5374900"]);
    expect(codes({ inbound: { user: "host1", password: UNKNOWNS.text } }, type)).toEqual(["chap.inbound: 5374900"]);
    expect([codes(undefined, type), codes({}, type)]).toEqual([[], []]);
  });

  it("are not judged by a type that is wrong, which is refused by itself", () => {
    expect([codes(undefined, "md5"), codes({ inbound: {} }, ""), codes({ inbound }, 5)]).toEqual([[], [], []]);
  });

  it("are not judged as far as they are unknown", () => {
    const unknown = UNKNOWNS.text;
    expect([codes(unknown), codes(unknown, "none"), codes({ inbound: {} }, unknown)]).toEqual([[], [], []]);
    expect(codes({ inbound: unknown, outbound: unknown })).toEqual([]);
    expect(
      codes({ inbound: { user: unknown, password: unknown }, outbound: { user: unknown, password: unknown } }),
    ).toEqual([]);
    // It may yet turn out to be undefined.
    expect(codes({ inbound: unknown }, "none")).toEqual([]);
    expect(codes({ inbound: { user: unknown } })).toEqual(["chap.inbound.password: 5374149"]);
  });
});

describe("a password that was never known, as after an import", () => {
  const chap = { inbound: { user: "host1" }, outbound: { user: "array1" } };
  const recorded = { authenticationType: "chap", chap };

  it("may go on missing while nothing of CHAP changes", () => {
    expect(codes(chap, "CHAP", recorded)).toEqual([]);
  });

  it("must be given with any change of CHAP, since ONTAP wants all passwords again", () => {
    expect(codes({ inbound: { user: "host2" } }, "chap", recorded)).toEqual(["chap.inbound.password: 5374149"]);
    expect(codes({ ...chap, outbound }, "chap", recorded)).toEqual(["chap.inbound.password: 5374149"]);
    expect(codes({ ...chap, inbound }, "chap", recorded)).toEqual(["chap.outbound.password: 5374150"]);
    expect(codes(chap, "chap", { ...recorded, authenticationType: "none" })).toEqual([
      "chap.inbound.password: 5374149",
      "chap.outbound.password: 5374150",
    ]);
  });

  it("may not go missing once it was known", () => {
    expect(codes(chap, "chap", { authenticationType: "chap", chap: { inbound, outbound } })).toEqual([
      "chap.inbound.password: 5374149",
      "chap.outbound.password: 5374150",
    ]);
  });
});

test("no reason repeats a password", () => {
  const secret = "0xhunter2";
  const failures = chapFailures(
    {
      authenticationType: "chap",
      chap: { inbound: { user: "u", password: secret }, outbound: { user: "v", password: secret } },
    },
    {},
  );
  expect(failures).toHaveLength(3);
  expect(JSON.stringify(failures)).not.toContain(secret);
});
