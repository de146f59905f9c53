import { isExplicitProvider, providerArguments } from "../../../provider/connection";

const URN = "urn:pulumi:dev::test::pulumi:providers:ontap-iscsi::";

it("looks up each argument as text, in whatever form an SDK sends it", () => {
  const args = { host: "east", insecure: true, timeoutMs: 5000, clusters: { far: { host: "far" } }, token: null };
  const lookup = providerArguments(args, `${URN}east`);
  expect(["host", "insecure", "timeoutMs", "clusters", "token", "toString"].map(lookup)).toEqual([
    "east",
    "true",
    "5000",
    '{"far":{"host":"far"}}',
    undefined,
    undefined,
  ]);
});

it("leaves out what the engine keeps among the arguments", () => {
  const lookup = providerArguments({ host: "east", version: "0.1.0", pluginDownloadURL: "x", __internal: {} }, URN);
  expect(lookup.keys?.()).toEqual(["host"]);
});

it.each([
  ["default", false],
  ["default_0_1_0", false],
  ["default_0_1_0_alpha_1", false],
  ["east", true],
  ["defaults", true],
  ["default_east", true],
  ["of::default", true],
])("tells by its name whether a program made %s: %s", (name, isExplicit) => {
  expect(isExplicitProvider(`${URN}${name}`)).toBe(isExplicit);
  expect(providerArguments({}, `${URN}${name}`).isExplicit).toBe(isExplicit);
});

it("takes a provider without a URN for one of the engine's", () => {
  expect(providerArguments({}, undefined).isExplicit).toBe(false);
});
