import { configurationOf } from "../../../provider/plugin/configuration";

const urnOf = (name: string) => `urn:pulumi:dev::project::pulumi:providers:ontap-iscsi::${name}`;

test("An argument is read as it is, or as JSON where it is no string", () => {
  const config = configurationOf(
    { host: "https://array", insecure: true, timeoutMs: 500, clusters: { east: { host: "x" } }, password: null },
    urnOf("east"),
  );
  expect(["host", "insecure", "timeoutMs", "clusters", "password", "toString"].map((key) => config(key))).toEqual([
    "https://array",
    "true",
    "500",
    '{"east":{"host":"x"}}',
    undefined,
    undefined,
  ]);
});

test("What the engine keeps among the arguments for itself is no key of ours", () => {
  const args = { host: "x", version: "0.1.0", pluginDownloadURL: "y", __internal: {}, hots: "z" };
  expect(configurationOf(args, urnOf("east")).keys?.()).toEqual(["host", "hots"]);
});

test.each([
  ["east", true],
  ["default", false],
  ["default_0_1_0", false],
  ["default_0_1_0_https_/server", false],
  ["defaults", true],
  ["of::default", true],
])("A provider called %s is made by the program: %s", (name, isExplicit) => {
  expect(configurationOf({}, urnOf(name)).isExplicit).toBe(isExplicit);
});

test("A provider without a URN is taken for one of the engine's", () => {
  expect(configurationOf({}, undefined).isExplicit).toBe(false);
});
