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

  it("lets a client certificate of the environment replace a login, and a login a certificate", () => {
    const certificate = { clientCertificate: "c.pem", clientKey: "k.pem" };
    const env = { ONTAP_CLIENT_CERTIFICATE: "c.pem", ONTAP_CLIENT_KEY: "k.pem" };
    expect(resolveConnection(lookup(configured), env)).toEqual({ host: "array1", ...certificate });
    expect(resolveConnection(lookup({ host: "array1", token: "t" }), env)).toEqual({ host: "array1", ...certificate });
    const byCertificate = lookup({ host: "array1", ...certificate });
    expect(resolveConnection(byCertificate, { ONTAP_TOKEN: "t" })).toEqual({ host: "array1", token: "t" });
    expect(resolveConnection(byCertificate, { ONTAP_USERNAME: "admin", ONTAP_PASSWORD: "p" })).toEqual({
      host: "array1",
      username: "admin",
      password: "p",
    });
    expect(resolveConnection(byCertificate, { ONTAP_CLIENT_KEY: "k2.pem", ONTAP_CA_CERTIFICATE: "ca.pem" })).toEqual({
      host: "array1",
      clientCertificate: "c.pem",
      clientKey: "k2.pem",
      caCertificate: "ca.pem",
    });
  });

  it("takes a line break at the end of a truth value and of a number, as a file has it", () => {
    const env = { ONTAP_INSECURE: "true\n", ONTAP_TIMEOUT_MS: "5000\n" };
    expect(resolveConnection(lookup(configured), env)).toEqual({ ...configured, insecure: true, timeoutMs: 5000 });
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

describe("a key of the namespace that does not exist", () => {
  const keyed = (...names: string[]) => Object.assign(lookup(configured), { keys: () => names });

  it.each([
    ["hots", "there is no such key; did you mean host? Run pulumi config rm ontap-iscsi:hots"],
    ["cluster", "did you mean clusters?"],
    ["clusters.east.host", "set it with pulumi config set --path"],
  ])("is refused, whichever cluster is asked for: %s", (key, message) => {
    expect(() => resolveConnection(keyed("host", "clusters", "probe", key), {})).toThrow(
      expect.objectContaining({ code: "configuration", message: expect.stringContaining(message) }),
    );
  });
});

describe("a named cluster", () => {
  /** As the engine writes it: an integer with all of its digits. */
  const json = (value: unknown) =>
    JSON.stringify(value, (_key, item: unknown) => (typeof item === "bigint" ? `#${item}#` : item)).replace(
      /"#(\d+)#"/g,
      "$1",
    );
  const clusters = (value: unknown) => lookup({ ...configured, clusters: json(value) });
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
    [
      "a number that loses digits",
      { west: { ...east, password: 12345678901234567890n } },
      /west\.password.*lost digits/,
    ],
    ["a number with a fraction", { west: { ...east, token: 1.5 } }, /west\.token.*in quotes/],
    ["a value that is an object", { west: { host: {} } }, /a string, a number or a boolean/],
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

describe("an explicit provider", () => {
  const explicit = (inputs: Readonly<Record<string, string>>) =>
    Object.assign(lookup(inputs), { isExplicit: true as const, keys: () => Object.keys(inputs) });

  it("names a misspelled argument as such, and none that a provider does not have", () => {
    expect(() => resolveConnection(explicit({ ...configured, clustr: "east" }), {})).toThrow(
      /^Could not use clustr: there is no such key; did you mean [a-z]+[A-Za-z]*\?$/,
    );
    expect(() => resolveConnection(explicit({ ...configured, clusters: "{}" }), {})).toThrow(
      "use clusters: there is no",
    );
    expect(() => resolveConnection(explicit({ host: "east", pasword: "x" }), {})).toThrow(/did you mean password\?$/);
  });

  it("keeps every key that it names, whatever the environment says", () => {
    const inputs = { ...configured, caCertificate: "own.pem", insecure: "false", timeoutMs: "5000" };
    const env = {
      ONTAP_HOST: "array2",
      ONTAP_USERNAME: "other",
      ONTAP_PASSWORD: "from-env",
      ONTAP_CA_CERTIFICATE: "env.pem",
      ONTAP_INSECURE: "true",
      ONTAP_TIMEOUT_MS: "1",
    };
    expect(resolveConnection(explicit(inputs), env)).toEqual({
      ...configured,
      caCertificate: "own.pem",
      insecure: false,
      timeoutMs: 5000,
    });
  });

  it("takes from the environment what it leaves out", () => {
    const env = { ONTAP_USERNAME: "admin", ONTAP_PASSWORD: "p", ONTAP_CA_CERTIFICATE: "ca.pem" };
    expect(resolveConnection(explicit({ host: "east" }), env)).toEqual({
      host: "east",
      username: "admin",
      password: "p",
      caCertificate: "ca.pem",
    });
    expect(resolveConnection(explicit({}), { ONTAP_HOST: "array2", ONTAP_TOKEN: "t" })).toEqual({
      host: "array2",
      token: "t",
    });
  });

  it.each([
    [{ username: "own" }, { password: "p" }],
    [{ token: "own" }, {}],
    [{ clientCertificate: "own.pem", clientKey: "own-key.pem" }, {}],
  ])("takes no login of another kind from the environment than it begins itself: %j", (login, completed) => {
    const env = {
      ONTAP_USERNAME: "admin",
      ONTAP_PASSWORD: "p",
      ONTAP_TOKEN: "t",
      ONTAP_CLIENT_CERTIFICATE: "c.pem",
      ONTAP_CLIENT_KEY: "k.pem",
      ONTAP_MAX_CONCURRENT_REQUESTS: "2",
    };
    expect(resolveConnection(explicit({ host: "east", ...login }), env)).toEqual({
      host: "east",
      ...login,
      ...completed,
      maxConcurrentRequests: 2,
    });
  });

  it("is asked for a host where neither it nor the environment names one", () => {
    expect(() => resolveConnection(explicit({ username: "admin" }), {})).toThrow(
      "Could not reach the array: no host is configured. Give the provider a host, or set ONTAP_HOST.",
    );
  });
});
