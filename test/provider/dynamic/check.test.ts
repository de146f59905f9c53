import { providerText } from "../../../provider/dynamic/text";
import type { ResourceType } from "../../../provider/resources";
import type { Bag } from "../../engine/bag";
import { ProviderHarness } from "../provider-harness";
import { at, completeCredential, completeService, pathsIn, summary, withAt } from "../schema/arguments";

/** Stands wherever a program could put a password, rightly or by mistake. */
const CANARY = "canary-0e5c";
/** Arguments whose values the engine may print: what they hold is public, or no argument of ours at all. */
const PUBLIC = ["initiator", "authenticationType", "enabled", "cluster", "adopt", "forceDisconnect"];

/** Clusters that the arguments may name; no preview asks them anything. */
const unasked = { host: "east.example.com", token: "t", probe: false };
const clusters = { east: unasked, [CANARY]: unasked };

const svm = { name: "svm1" };
const host = { svm, initiator: "iqn.1998-01.com.corp.iscsi:name1", authenticationType: "none" };
const inbound = { user: "host1", password: CANARY };
const outbound = { user: "array1", password: `${CANARY}-2` };
const chap = (pairs: Bag): Bag => ({ ...host, authenticationType: "chap", chap: pairs });
const ranges = (start: string, end: string): Bag => ({ ...host, initiatorAddress: { ranges: [{ start, end }] } });
const masks = (address: string, netmask: unknown): Bag => ({
  ...host,
  initiatorAddress: { masks: [{ address, netmask }] },
});
const named = (initiator: string): Bag => ({ ...host, initiator });

const services: ReadonlyArray<readonly [string, Bag, readonly string[]]> = [
  ["no SVM", {}, ["svm.name: 2621707"]],
  ["an SVM without name and UUID", { svm: { name: "" } }, ["svm.name: 2621707"]],
  ["null in the place of an SVM", { svm: null }, ["svm.name: 2621707"]],
  ["a text in the place of an SVM", { svm: "svm1" }, ['["svm"]']],
  ["a long alias", { svm, target: { alias: "p".repeat(129) } }, ["target.alias"]],
  ["an alias with a space", { svm, target: { alias: "two words" } }, ["target.alias"]],
  ["a text in the place of a truth value", { svm, enabled: "true" }, ["enabled"]],
  ["a bad cluster name", { svm, cluster: "1st" }, ["cluster"]],
  ["a property that there is not", { svm, target: { aliases: "x" } }, ["target.aliases"]],
  ["a password on the top", { svm, password: CANARY }, ['["password"]']],
  [
    "all at once",
    { enabled: 1, adopt: "x", forceDisconnect: "x", target: { alias: " " }, password: CANARY },
    ['["password"]', "adopt", "enabled", "forceDisconnect", "svm.name: 2621707", "target.alias"],
  ],
];

const credentials: typeof services = [
  ["nothing", {}, ["authenticationType", "initiator", "svm.name: 2621707"]],
  ["no authority", named("iqn.1995-08"), ["initiator: 5373969"]],
  ["another prefix", named("iqm.1995-08.com.example:a"), ["initiator: 5373970"]],
  ["a bad date", named("iqn.1995-13.com.example:a"), ["initiator: 5373971"]],
  ["a bad character", named("iqn.1995-08.com.example:a_b"), ["initiator: 5373972"]],
  ["a short EUI", named("eui.0123456789abcde"), ["initiator: 5373977"]],
  ["a bad EUI", named("eui-0123456789abcdef"), ["initiator: 5373978"]],
  ["neither IQN nor EUI", named("naa.52004567ba64678d"), ["initiator: 5373997"]],
  ["a bad type", { ...host, authenticationType: "md5" }, ["authenticationType"]],
  ["no CHAP users", chap({}), ["chap.inbound.password: 5374149", "chap.inbound.user: 5374149"]],
  ["no inbound password", chap({ inbound: { user: "u", password: null } }), ["chap.inbound.password: 5374149"]],
  ["no inbound pair", chap({ outbound }), ["chap.inbound.password: 5374149", "chap.inbound.user: 5374149"]],
  ["no outbound password", chap({ inbound, outbound: { user: "u" } }), ["chap.outbound.password: 5374150"]],
  ["broken hex", chap({ inbound: { user: "u", password: `0x${CANARY}` } }), ["chap.inbound.password: 5374145"]],
  [
    "equal passwords",
    chap({ inbound, outbound: { ...outbound, password: CANARY } }),
    ["chap.outbound.password: 5374147"],
  ],
  ["a long user", chap({ inbound: { ...inbound, user: "u".repeat(129) } }), ["chap.inbound.user"]],
  ["a long password", chap({ inbound: { user: "u", password: CANARY.repeat(60) } }), ["chap.inbound.password"]],
  ["CHAP users with none", { ...chap({ inbound }), authenticationType: "none" }, ["chap.inbound: 5374900"]],
  ["CHAP users with deny", { ...chap({ inbound }), authenticationType: "DENY" }, ["chap.inbound: 5374900"]],
  [
    "a list on default",
    { ...ranges("10.0.0.1", "10.0.0.2"), initiator: "default" },
    ["initiatorAddress.ranges: 5374155"],
  ],
  ["start behind end", ranges("10.0.0.2", "10.0.0.1"), ["initiatorAddress.ranges[0].start: 5374855"]],
  ["two families", ranges("10.0.0.2", "::1"), ["initiatorAddress.ranges[0].end: 5374856"]],
  ["no address", ranges("10.0.0", "10.0.0.1"), ["initiatorAddress.ranges[0].start"]],
  ["a bad netmask", masks("10.0.0.0", "33"), ["initiatorAddress.masks[0].netmask"]],
  ["a bad IPv6 netmask", masks("::", 128), ["initiatorAddress.masks[0].netmask"]],
  ["a bad dotted netmask", masks("10.0.0.0", "255.0.255.0"), ["initiatorAddress.masks[0].netmask"]],
  ["a password for chap", { ...host, authenticationType: "chap", chap: CANARY }, ['["chap"]']],
  ["a password on the top", { ...host, password: CANARY }, ['["password"]']],
  ["a password beside inbound", chap({ inbound, password: CANARY }), ["chap.password"]],
  ["a password as inbound", chap({ inbound: CANARY }), ["chap.inbound"]],
  ["a misspelled password", chap({ inbound: { ...inbound, pasword: CANARY } }), ["chap.inbound.pasword"]],
  ["a password in a list", chap({ inbound: { user: "u", password: [CANARY] } }), ["chap.inbound.password"]],
  [
    "all at once",
    {
      initiator: "default",
      authenticationType: "chap",
      chap: { inbound: { user: "" }, outbound: {}, secret: CANARY },
      initiatorAddress: { ranges: [{ start: "x" }], masks: [{ address: "10.0.0.1", netmask: "40" }] },
    },
    [
      "chap.inbound.password: 5374149",
      "chap.inbound.user",
      "chap.outbound.password: 5374150",
      "chap.outbound.user",
      "chap.secret",
      "initiatorAddress.masks[0].netmask",
      "initiatorAddress.ranges: 5374155",
      "initiatorAddress.ranges[0].end",
      "initiatorAddress.ranges[0].start",
      "svm.name: 2621707",
    ],
  ],
];

describe("A check by the engine's dynamic host", () => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ config: { "ontap-iscsi:clusters": JSON.stringify(clusters) } });
  });
  afterEach(async () => {
    expect(await harness.calls()).toEqual([]);
  });
  afterAll(() => harness?.stop());

  async function failuresOf(type: ResourceType, news: Bag): Promise<readonly { property: string; reason: string }[]> {
    const __provider = providerText(type);
    const { failures } = await harness.host.check(type, { __provider }, { ...news, __provider });
    for (const { property, reason } of failures) {
      // The engine prints the reason, and the value of the argument that has the property's name.
      expect(reason).not.toContain(CANARY);
      expect(PUBLIC.includes(property) || news[property] === undefined).toBe(true);
    }
    return failures;
  }

  test.each(services)("refuses a service with %s", async (_what, news, expected) => {
    expect(summary(await failuresOf("IscsiService", news))).toEqual(expected);
  });

  test.each(credentials)("refuses a credential with %s", async (_what, news, expected) => {
    expect(summary(await failuresOf("IscsiCredentials", news))).toEqual(expected);
  });

  it("never names an argument that holds a password, wherever a program puts one", async () => {
    for (const [type, complete] of [
      ["IscsiService", completeService],
      ["IscsiCredentials", completeCredential],
    ] as const) {
      for (const path of pathsIn(complete)) {
        const inside = at(complete, path);
        for (const wrong of [CANARY, [CANARY], { password: CANARY }, { ...Object(inside), password: CANARY }]) {
          await failuresOf(type, Object(withAt(complete, path, wrong)));
        }
      }
    }
  });

  it("accepts what is right, brings it into its normal form, and takes null for not given", async () => {
    const [service, credential] = ["IscsiService", "IscsiCredentials"] as const;
    await expect(harness.check(service, {}, { svm, target: {}, cluster: null })).resolves.toEqual({
      svm,
      enabled: true,
    });
    await expect(
      harness.check(
        credential,
        {},
        { ...host, authenticationType: "NONE", chap: {}, ...masks("10.0.0.9", "255.0.0.0") },
      ),
    ).resolves.toEqual({ ...host, initiatorAddress: { masks: [{ address: "10.0.0.9", netmask: "8" }] } });
    await expect(harness.check(credential, {}, completeCredential)).resolves.toEqual(completeCredential);
    await expect(harness.check(service, {}, completeService)).resolves.toEqual(completeService);
  });
});
