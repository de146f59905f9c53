import { iscsiCredentialsTable } from "../../../../provider/resources/iscsi-credentials-table";
import type { PropertyMap } from "../../../../provider/schema/property-map";
import { UNKNOWN } from "../../../../provider/schema/unknown";
import { chap, deny, host, hosts, none, table } from "../../table-arguments";

const failures = (news: PropertyMap, recorded: PropertyMap = {}) => iscsiCredentialsTable.failures(news, recorded);
const NAME = host(1);
const pair = (user: string, password: string) => ({ user, password });

describe("The arguments of a table", () => {
  test.each<readonly [string, PropertyMap, string, RegExp]>([
    ["an initiator of another form", { "wwn.20": none }, '["wwn.20"]', /5373997/],
    ["a name without a letter", { "": none }, '[""]', /5373997/],
    ["no type", { [NAME]: {} }, `["${NAME}"].authenticationType`, /is required/],
    [
      "a type that there is not",
      { [NAME]: { authenticationType: "open" } },
      `["${NAME}"].authenticationType`,
      /one of/,
    ],
    ["CHAP without a pair", { [NAME]: { authenticationType: "chap" } }, `["${NAME}"].chap`, /5374149/],
    ["a pair without CHAP", { [NAME]: { ...deny, chap: chap("a").chap } }, `["${NAME}"].chap`, /5374900/],
    [
      "one password for both directions",
      {
        [NAME]: {
          authenticationType: "chap",
          chap: { inbound: pair("a", "canary-password"), outbound: pair("b", "canary-password") },
        },
      },
      `["${NAME}"].chap.outbound.password`,
      /5374147/,
    ],
    [
      "a range from its end to its start",
      { [NAME]: { ...none, initiatorAddress: { ranges: [{ start: "10.0.0.9", end: "10.0.0.1" }] } } },
      `["${NAME}"].initiatorAddress.ranges[0]`,
      /5374855/,
    ],
    [
      "an address list of default",
      { default: { ...none, initiatorAddress: { masks: [{ address: "10.0.0.0", netmask: "8" }] } } },
      ".default.initiatorAddress.ranges",
      /5374155/,
    ],
    [
      "a property that a row does not have",
      { [NAME]: { ...none, initiator: NAME } },
      `["${NAME}"].initiator`,
      /there is no property/,
    ],
    ["a row that is none", { [NAME]: "canary-password" }, `["${NAME}"]`, /must be an object/],
  ])("are refused with %s, at its place in the table", (_what, rows, place, reason) => {
    const [first] = failures(table(rows));
    expect(first).toEqual({
      property: expect.stringContaining(`credentials${place}`),
      reason: expect.stringMatching(reason),
    });
    expect(JSON.stringify(failures(table(rows)))).not.toContain("canary-password");
  });

  test("are refused with an EUI twice, in two cases", () => {
    const rows = { "eui.0123456789abcdef": none, "eui.0123456789ABCDEF": deny };
    expect(failures(table(rows))).toEqual([
      {
        property: 'credentials["eui.0123456789ABCDEF"]',
        reason: 'it means the same initiator as credentials["eui.0123456789abcdef"]',
      },
    ]);
  });

  test("are refused without rows, and taken with none", () => {
    expect(failures({ svm: { name: "svm1" } })).toEqual([
      { property: "credentials", reason: "credentials is required" },
    ]);
    expect(failures(table({}))).toEqual([]);
  });

  test("are refused with more than 20,000 rows, whatever is in them", () => {
    expect(failures(table(hosts(20_000)))).toEqual([]);
    expect(failures(table(hosts(20_001, () => ({}))))).toEqual([
      { property: 'credentials["*"]', reason: "credentials has 20,001 rows; a table takes at most 20,000" },
    ]);
  });

  test.each([
    ["rules", () => ({ ...none, chap: chap("a").chap })],
    ["structure", () => ({})],
  ])("name the first 20 things that are wrong by their %s, and count the rest", (_what, row) => {
    const found = failures(table(hosts(2_000, row)));
    expect(found).toHaveLength(21);
    expect(found.at(-1)?.reason).toBe("1,980 more things are wrong with other rows");
  });

  test.each(["__proto__", "constructor", "toString", "x".repeat(5_000), 'a"]b', "*"])(
    "are refused with the name %j, and lose no row",
    (name) => {
      const rows = Object.fromEntries([
        [name, none],
        [NAME, none],
      ]);
      const [first, ...others] = failures(table(rows));
      expect(first?.reason).toMatch(/\(ONTAP 53739\d\d\)/);
      expect(others).toEqual([]);
      const { credentials } = iscsiCredentialsTable.inputs(table(rows));
      expect(Object.keys(credentials)).toEqual([name, NAME]);
      expect(Object.keys(Object(iscsiCredentialsTable.normalised(table(rows), {}).credentials))).toEqual([name, NAME]);
    },
  );

  test("are not judged of what is not known yet", () => {
    expect(
      failures(
        table({ [NAME]: chap("a", UNKNOWN), [host(2)]: { ...none, authenticationType: UNKNOWN }, [host(3)]: UNKNOWN }),
      ),
    ).toEqual([]);
    expect(failures({ svm: { name: "svm1" }, credentials: UNKNOWN })).toEqual([]);
  });

  test("are not judged again of a row that is recorded so", () => {
    const foreign = { "wwn.20": none };
    expect(failures(table(foreign), table(foreign))).toEqual([]);
    expect(failures(table({ "wwn.20": deny }), table(foreign))).toEqual([]);
  });

  test("take a list of initiators for forceDisconnect, and no other list", () => {
    expect(failures(table({}, { forceDisconnect: [NAME] }))).toEqual([]);
    expect(failures(table({}, { forceDisconnect: [7] }))).toHaveLength(1);
  });
});

test("A row under another notation of its recorded name is refused, since the engine would take it for another row", () => {
  const recorded = table({ "eui.0123456789abcdef": none });
  expect(iscsiCredentialsTable.failures(table({ "eui.0123456789ABCDEF": none }), recorded)).toEqual([
    {
      property: 'credentials["eui.0123456789ABCDEF"]',
      reason: 'it is recorded as "eui.0123456789abcdef"; write it so',
    },
  ]);
});

describe("The notation of rows", () => {
  const recorded = table({
    "eui.0123456789abcdef": { ...none, initiatorAddress: { masks: [{ address: "10.0.0.0", netmask: "8" }] } },
  });

  test.each([
    [
      "the case of a type",
      {
        "eui.0123456789abcdef": {
          authenticationType: "NONE",
          initiatorAddress: { masks: [{ address: "10.0.0.0", netmask: "8" }] },
        },
      },
    ],
    [
      "a dotted netmask",
      {
        "eui.0123456789abcdef": {
          ...none,
          initiatorAddress: { masks: [{ address: "10.0.0.0", netmask: "255.0.0.0" }] },
        },
      },
    ],
    [
      "a netmask as a number",
      { "eui.0123456789abcdef": { ...none, initiatorAddress: { masks: [{ address: "10.0.0.0", netmask: 8 }] } } },
    ],
  ])("is the recorded one whatever %s is", (_what, rows) => {
    expect(iscsiCredentialsTable.normalised(table(rows), recorded)).toEqual(
      iscsiCredentialsTable.normalised(recorded, recorded),
    );
  });
});
