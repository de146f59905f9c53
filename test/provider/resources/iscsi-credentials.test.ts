import fc from "fast-check";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { asObject } from "../../../provider/schema/property-map";
import { at, completeCredential, pathsIn, summary, UNKNOWNS, withAt } from "../schema/arguments";

const open = { svm: { name: "svm1" }, initiator: "iqn.1998-01.com.corp.iscsi:name1", authenticationType: "none" };
const codes = (news: object) => summary(iscsiCredentials.failures({ ...news }, {}));

describe("arguments of a credential", () => {
  it("are right in full, and in short", () => {
    expect(codes(completeCredential)).toEqual([]);
    expect(codes(open)).toEqual([]);
    expect(codes({ ...open, initiator: "default", authenticationType: "deny" })).toEqual([]);
  });

  it("must name SVM, initiator and type", () => {
    expect(codes({})).toEqual(["authenticationType", "initiator", "svm.name: 2621707"]);
  });

  test.each(["chap", "CHAP", "Chap"])("may spell the type %s", (authenticationType) => {
    expect(codes({ ...completeCredential, authenticationType })).toEqual([]);
  });

  test.each([
    [{ authenticationType: "md5" }, "authenticationType"],
    [{ authenticationType: "" }, "authenticationType"],
    [{ authenticationType: " none" }, "authenticationType"],
    [{ authenticationType: "none\n" }, "authenticationType"],
    [{ authenticationType: 5 }, "authenticationType"],
    [{ initiator: 5 }, "initiator"],
    [{ initiator: "host1" }, "initiator: 5373997"],
    [{ chap: "hunter2" }, '["chap"]'],
    [{ chap: ["hunter2"] }, '["chap"]'],
    [{ password: "hunter2" }, '["password"]'],
    [{ authentication_type: "chap" }, '["authentication_type"]'],
    [{ initiatorAddress: "10.0.0.1" }, '["initiatorAddress"]'],
    [{ initiatorAddress: { ranges: {} } }, "initiatorAddress.ranges"],
    [{ initiatorAddress: { ranges: ["10.0.0.1"] } }, "initiatorAddress.ranges[0]"],
    [{ initiatorAddress: { ranges: [null] } }, "initiatorAddress.ranges[0]"],
    [{ initiatorAddress: { ranges: [{ start: "10.0.0.1" }] } }, "initiatorAddress.ranges[0].end"],
    [{ initiatorAddress: { masks: [{ address: "10.0.0.1" }] } }, "initiatorAddress.masks[0].netmask"],
    [{ initiatorAddress: { masks: [{ address: "10.0.0.1", netmask: 2.5 }] } }, "initiatorAddress.masks[0].netmask"],
    [
      { initiatorAddress: { masks: [{ address: "10.0.0.1", netmask: "24", family: "ipv4" }] } },
      "initiatorAddress.masks[0].family",
    ],
  ])("%j is refused once, by the name of the property", (wrong, property) => {
    expect(codes({ ...open, ...wrong })).toEqual([property]);
  });

  test.each([
    [{ user: "u".repeat(128), password: "p".repeat(512) }, []],
    [{ user: "u".repeat(129), password: "p" }, ["chap.inbound.user"]],
    [{ user: "u", password: "p".repeat(513) }, ["chap.inbound.password"]],
    [{ user: "", password: "" }, ["chap.inbound.password", "chap.inbound.user"]],
    [{ user: 5, password: true }, ["chap.inbound.password", "chap.inbound.user"]],
    [{ user: "u", password: "p", secret: "x" }, ["chap.inbound.secret"]],
    ["hunter2", ["chap.inbound"]],
  ])("with the inbound pair %j are refused for %j", (inbound, expected) => {
    expect(codes({ ...open, authenticationType: "chap", chap: { inbound } })).toEqual(expected);
  });

  it("may not give the default credential an address list (5374155)", () => {
    const list = { ranges: [{ start: "10.0.0.1", end: "10.0.0.2" }] };
    const fallback = { ...open, initiator: "default" };
    expect(codes({ ...fallback, initiatorAddress: list })).toEqual(["initiatorAddress.ranges: 5374155"]);
    expect(codes({ ...open, initiatorAddress: list })).toEqual([]);
    expect(codes({ ...fallback, initiatorAddress: UNKNOWNS.text })).toEqual([]);
  });

  const odd = {
    ...open,
    initiator: "iqn.1991-05.com.microsoft:HOST_A",
    initiatorAddress: { masks: [{ address: "10.0.0.0" }, { address: "fd00::1", netmask: "128" }] },
  };
  const against = (news: object, recorded: object) => summary(iscsiCredentials.failures({ ...news }, { ...recorded }));

  it("that are recorded may break the rules for names and lists, as rows do that were made by other means", () => {
    expect(against(odd, odd)).toEqual([]);
    expect(against({ ...odd, authenticationType: "deny" }, odd)).toEqual([]);
    expect(against({ ...open, initiatorAddress: {} }, { ...open, initiatorAddress: {} })).toEqual([]);
    expect(iscsiCredentials.normalised(odd, odd)).toEqual(odd);
  });

  it("that break those rules are refused where they are new, and where they are another than the recorded", () => {
    const [name, ...masks] = [
      "initiator: 5373972",
      "initiatorAddress.masks[0].netmask",
      "initiatorAddress.masks[1].netmask",
    ];
    expect(against(odd, {})).toEqual([name, ...masks]);
    expect(against(odd, { ...odd, initiator: "iqn.1991-05.com.microsoft:HOST_B" })).toEqual([name]);
    expect(against(odd, { ...odd, initiatorAddress: { masks: [{ address: "10.0.0.0" }] } })).toEqual(masks);
    const list = { ...open, initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.2" }] } };
    expect(against({ ...list, initiator: "default" }, list)).toEqual(["initiatorAddress.ranges: 5374155"]);
    expect(against({ ...open, initiatorAddress: { ranges: [] } }, open)).toEqual(['["initiatorAddress"]']);
  });

  it("may be unknown in any place, which is kept", () => {
    for (const path of pathsIn(completeCredential)) {
      for (const unknown of Object.values(UNKNOWNS)) {
        const news = asObject(withAt(completeCredential, path, unknown)) ?? {};
        expect([path, codes(news)]).toEqual([path, []]);
        expect([path, at(iscsiCredentials.normalised(news, completeCredential), path)]).toEqual([path, unknown]);
      }
    }
  });

  it("that are wrong beside something unknown are refused all the same", () => {
    expect(codes({ ...open, svm: UNKNOWNS.text, authenticationType: "md5" })).toEqual(["authenticationType"]);
  });
});

describe("normalised arguments of a credential", () => {
  test.each([
    [{ ...open, authenticationType: "NONE", chap: {} }, open],
    [{ ...open, initiatorAddress: null, cluster: null }, open],
    [
      { ...open, initiatorAddress: { ranges: [], masks: [{ address: "fd00::1" }] } },
      { ...open, initiatorAddress: { masks: [{ address: "fd00::1", netmask: "64" }] } },
    ],
    [{ ...completeCredential, authenticationType: "CHAP" }, completeCredential],
  ])("of %j are %j", (news, inputs) => {
    expect(iscsiCredentials.normalised(news, {})).toEqual(inputs);
  });

  const masks = (address: string, netmask: string | number) => ({
    ...open,
    initiatorAddress: { masks: [{ address, netmask }] },
  });

  test.each([
    ["a dotted netmask", masks("10.0.0.0", "24"), masks("10.0.0.0", "255.255.255.0")],
    ["host bits", masks("10.0.0.0", "24"), masks("10.0.0.9", 24)],
    ["another text of an address", masks("2001:db8::", "64"), masks("2001:DB8:0::0", "64")],
    [
      "another order",
      {
        ...open,
        initiatorAddress: {
          ranges: [
            { start: "10.0.0.1", end: "10.0.0.1" },
            { start: "10.0.0.5", end: "10.0.0.6" },
          ],
        },
      },
      {
        ...open,
        initiatorAddress: {
          ranges: [
            { start: "10.0.0.5", end: "10.0.0.6" },
            { start: "10.0.0.1", end: "10.0.0.1" },
          ],
        },
      },
    ],
    [
      "a range in the place of a network",
      masks("10.0.0.0", "24"),
      { ...open, initiatorAddress: { ranges: [{ start: "10.0.0.0", end: "10.0.0.255" }] } },
    ],
  ])("keep the recorded list where the new one is only %s", (_what, recorded, news) => {
    expect(iscsiCredentials.normalised(news, recorded)).toEqual(recorded);
  });

  it("keep the recorded initiator where the new one is another only by the case of an EUI", () => {
    const [upper, lower] = ["eui.0123456789ABCDEF", "eui.0123456789abcdef"].map((initiator) => ({
      ...open,
      initiator,
    }));
    expect(iscsiCredentials.normalised({ ...lower }, { ...upper })).toEqual(upper);
    expect(iscsiCredentials.normalised({ ...upper }, { ...open })).toEqual(upper);
  });

  it("take over a list that admits other addresses", () => {
    const wider = masks("10.0.0.0", "23");
    expect(iscsiCredentials.normalised(wider, masks("10.0.0.0", "24"))).toEqual(wider);
  });

  it("normalised again stay as they are, whatever is recorded", () => {
    const list = fc.option(
      fc.record({
        masks: fc.array(fc.record({ address: fc.ipV4(), netmask: fc.constantFrom("24", 24, "255.255.255.0") }), {
          maxLength: 2,
        }),
      }),
      { nil: undefined },
    );
    const bag = fc.record({ authenticationType: fc.constantFrom("none", "NONE", "Deny"), initiatorAddress: list });
    fc.assert(
      fc.property(bag, bag, (news, recorded) => {
        const before = iscsiCredentials.normalised({ ...open, ...recorded }, {});
        const once = iscsiCredentials.normalised({ ...open, ...news }, before);
        expect(iscsiCredentials.normalised(once, before)).toEqual(once);
        expect(iscsiCredentials.normalised(once, once)).toEqual(once);
      }),
    );
  });
});
