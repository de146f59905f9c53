import { connectionsFrom } from "../../../provider/connection";

const config = new Map([
  ["host", "array1"],
  ["username", "admin"],
  ["password", "pass"],
]);

it("gives one client per connection in the whole process, so that its limit holds for all", () => {
  const first = connectionsFrom((key) => config.get(key), {}).client();
  expect(connectionsFrom((key) => config.get(key), {}).client()).toBe(first);
  expect(connectionsFrom(() => undefined, { ONTAP_HOST: "array1", ONTAP_TOKEN: "t" }).client()).not.toBe(first);
});

it("resolves nothing before it is asked to", () => {
  const connections = connectionsFrom(() => undefined, {});
  expect(() => connections.client()).toThrow(expect.objectContaining({ code: "configuration" }));
});

it("looks a cluster up once, however many objects it is asked for", () => {
  const asked: string[] = [];
  const lookup = (key: string) => {
    asked.push(key);
    return config.get(key);
  };
  const connections = connectionsFrom(lookup, {});
  const client = connections.client();
  const questions = asked.length;
  expect([connections.client(), connections.isProbed()]).toEqual([client, true]);
  expect(asked).toHaveLength(questions);
});

it("looks again for what could not be resolved", () => {
  const settings = new Map(config);
  settings.set("timeoutMs", "soon");
  const connections = connectionsFrom((key) => settings.get(key), {});
  expect(() => connections.client()).toThrow("positive whole number");
  settings.delete("timeoutMs");
  expect(connections.client().origin).toBe("https://array1");
});

it("names a key of an explicit provider as its argument", () => {
  const inputs: Readonly<Record<string, string>> = { host: "east", timeoutMs: "soon" };
  const connections = connectionsFrom(
    Object.assign((key: string) => inputs[key], { isExplicit: true }),
    {},
  );
  expect(() => connections.client()).toThrow(
    "Could not use the provider's timeoutMs: it must be a positive whole number of milliseconds. Set it among the arguments of the provider, or as ONTAP_TIMEOUT_MS.",
  );
});

it("names an array by its address and what that is configured by", () => {
  const connections = connectionsFrom((key) => config.get(key), {
    ONTAP_EAST_HOST: "array2:8443",
    ONTAP_EAST_TOKEN: "t",
  });
  expect(connections.describe()).toBe("the array at https://array1 (ontap-iscsi:host)");
  expect(connections.describe("east")).toBe("the array at https://array2:8443 (ONTAP_EAST_HOST)");
  const inputs: Readonly<Record<string, string>> = { host: "array3", token: "t" };
  const explicit = Object.assign((key: string) => inputs[key], { isExplicit: true });
  expect(connectionsFrom(explicit, {}).describe()).toBe("the array at https://array3 (the provider's host)");
});
