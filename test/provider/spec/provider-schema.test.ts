import { connectionKeys, environmentName } from "../../../provider/connection/keys";
import { resources } from "../../../provider/resources";
import { pulumiSchema } from "../../../provider/spec/pulumi-schema";

const schema = pulumiSchema(Object.values(resources), "0.1.0");
const { inputProperties } = Object(schema.provider);
const { variables } = Object(schema.config);

it("a provider takes every key of a cluster, none of them required", () => {
  expect(Object.keys(inputProperties)).toEqual([...connectionKeys]);
  expect(Object(schema.provider)).not.toHaveProperty("requiredInputs");
  const types = Object.entries(inputProperties).map(([key, spec]) => [key, Object(spec).type]);
  const others = { insecure: "boolean", probe: "boolean", timeoutMs: "integer", maxConcurrentRequests: "integer" };
  expect(Object.fromEntries(types)).toEqual({
    ...Object.fromEntries(connectionKeys.map((key) => [key, "string"])),
    ...others,
  });
});

it("encrypts passwords, tokens and keys, and never reads the environment into the state", () => {
  const secret = (specs: object) => Object.keys(specs).filter((key) => Object(Reflect.get(specs, key)).secret === true);
  expect(secret(inputProperties)).toEqual(["password", "token", "clientKey"]);
  expect(secret(variables)).toEqual(["password", "token", "clientKey"]);
  expect(JSON.stringify(schema)).not.toContain("defaultInfo");
  expect(Object.values(inputProperties).filter((spec) => "default" in Object(spec))).toEqual([]);
});

it("describes each key with its environment variable and its default", () => {
  for (const key of connectionKeys) {
    expect(inputProperties[key].description).toContain(`\`${environmentName(key)}\``);
  }
  expect(inputProperties.timeoutMs.description).toBe(
    "Longest wait for one response, in milliseconds, up to 2147483647. If omitted: `ONTAP_TIMEOUT_MS`, else `60000`.",
  );
  expect(variables.timeoutMs.description).toBe(
    "Longest wait for one response, in milliseconds, up to 2147483647. Default: `60000`. Environment: `ONTAP_TIMEOUT_MS`, which takes precedence.",
  );
});

it("the configuration has the same keys, and other clusters by name", () => {
  const { clusters, ...others } = variables;
  const types = (specs: object) =>
    JSON.parse(JSON.stringify(specs, (key, value) => (key === "description" ? undefined : value)));
  expect(types(others)).toEqual(types(inputProperties));
  expect(clusters.additionalProperties.$ref).toBe("#/types/ontap-iscsi:index:Cluster");
  expect(Object(schema.types)["ontap-iscsi:index:Cluster"].properties).toEqual(others);
});
