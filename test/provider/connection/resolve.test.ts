import { configuredClusters, resolveConnection } from "../../../provider/connection";

const configured = { host: "array1", username: "admin", password: "from-config" };
const lookup = (config: Readonly<Record<string, string>>) => (key: string) => config[key];

describe("the unnamed cluster", () => {
  it("comes from the configuration", () => {
    const config = { ...configured, insecure: "true", timeoutMs: "5000", maxConcurrentRequests: "2" };
    expect(resolveConnection(lookup(config), {})).toEqual({
      ...configured,
      insecure: true,
      timeoutMs: 5000,
      maxConcurrentRequests: 2,
    });
  });

  it("takes login and TLS keys from the environment first", () => {
    const env = { ONTAP_PASSWORD: "from-env", ONTAP_CA_CERTIFICATE: "ca.pem", ONTAP_INSECURE: "false" };
    expect(resolveConnection(lookup(configured), env)).toEqual({
      ...configured,
      password: "from-env",
      caCertificate: "ca.pem",
      insecure: false,
    });
  });

  it("keeps its host, whatever the environment says", () => {
    expect(resolveConnection(lookup(configured), { ONTAP_HOST: "array2" }).host).toBe("array1");
  });

  it("takes its host from the environment where none is configured", () => {
    const env = { ONTAP_HOST: "array2", ONTAP_USERNAME: "admin", ONTAP_PASSWORD: "p" };
    expect(resolveConnection(lookup({}), env)).toEqual({ host: "array2", username: "admin", password: "p" });
  });

  it("lets a login of the environment replace one of another kind", () => {
    expect(resolveConnection(lookup(configured), { ONTAP_TOKEN: "t" })).toEqual({ host: "array1", token: "t" });
    const byToken = { host: "array1", token: "t" };
    const env = { ONTAP_USERNAME: "admin", ONTAP_PASSWORD: "p" };
    expect(resolveConnection(lookup(byToken), env)).toEqual({ host: "array1", username: "admin", password: "p" });
  });

  it("counts an empty variable or key as unset", () => {
    expect(resolveConnection(lookup({ ...configured, token: "" }), { ONTAP_PASSWORD: "" })).toEqual(configured);
  });

  it("is missed by name where no host is set", () => {
    expect(() => resolveConnection(lookup({}), {})).toThrow(
      expect.objectContaining({
        code: "configuration",
        message: expect.stringMatching(/ontap-iscsi:host.*ONTAP_HOST/),
      }),
    );
  });

  it.each([
    ["insecure", "yes", "true or false"],
    ["timeoutMs", "1s", "positive whole number"],
    ["maxConcurrentRequests", "0", "positive whole number"],
  ])("refuses %s of %j", (key, value, message) => {
    expect(() => resolveConnection(lookup({ ...configured, [key]: value }), {})).toThrow(
      expect.objectContaining({ code: "configuration", message: expect.stringContaining(message) }),
    );
  });
});

describe("a named cluster", () => {
  const clusters = (value: unknown) => lookup({ ...configured, clusters: JSON.stringify(value) });
  const east = { host: "east1", username: "admin", password: "east-pass" };

  it("comes from the map of clusters, with values of any plain type", () => {
    const config = clusters({ east: { ...east, insecure: true, timeoutMs: 5000 } });
    expect(resolveConnection(config, {}, "east")).toEqual({ ...east, insecure: true, timeoutMs: 5000 });
    expect(configuredClusters(config)).toEqual(["east"]);
  });

  it("takes its own variables and never those without a name", () => {
    const env = { ONTAP_PASSWORD: "unnamed", ONTAP_HOST: "unnamed", ONTAP_EU_WEST_PASSWORD: "named" };
    expect(resolveConnection(clusters({ "eu-west": east }), env, "eu-west")).toEqual({ ...east, password: "named" });
  });

  it("may live in the environment alone", () => {
    const env = { ONTAP_EAST_HOST: "east2", ONTAP_EAST_TOKEN: "t" };
    expect(resolveConnection(lookup({}), env, "east")).toEqual({ host: "east2", token: "t" });
  });

  it.each<[string, unknown, RegExp]>([
    ["an unknown name", { east }, /does not name it \(it names east\)/],
    ["an unknown key", { west: { ...east, usrname: "x" } }, /did you mean username/],
    ["a name that no variable can hold", { "west.1": east, west: east }, /letters, digits and hyphens/],
    ["two names with the same variables", { "a-b": east, A_B: east, west: east }, /letters, digits and hyphens/],
    ["two names that differ in case", { West: east, west: east }, /both would be read from ONTAP_WEST_/],
    ["a value that is an object", { west: { host: {} } }, /a text, a number or a truth value/],
    ["a list", [east], /a map is needed/],
  ])("is refused: %s", (_title, value, message) => {
    expect(() => resolveConnection(clusters(value), {}, "west")).toThrow(
      expect.objectContaining({ code: "configuration", message: expect.stringMatching(message) }),
    );
  });

  it("is refused where the map is no JSON", () => {
    expect(() => resolveConnection(lookup({ clusters: "{" }), {}, "east")).toThrow(/not JSON/);
  });
});
