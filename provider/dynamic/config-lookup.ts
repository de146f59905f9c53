import type { dynamic } from "@pulumi/pulumi";
import { type ConfigLookup, NAMESPACE, ownKeys } from "../connection";
import { asObject } from "../schema/property-map";

/** Looks up our keys in the stack's configuration, of which the dynamic host hands over every namespace. */
export function configLookup(config: dynamic.ConfigureRequest["config"] | undefined): ConfigLookup {
  const lookup = (key: string) => {
    const value: unknown = config?.get(`${NAMESPACE}:${key}`);
    return value === undefined || value === null
      ? undefined
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
  };
  return Object.assign(lookup, { keys: () => ownKeys(namesIn(config), process.env.PULUMI_NODEJS_PROJECT) });
}

/** Every key, from the map in which the host keeps them; none where a release of the SDK keeps them otherwise. */
function namesIn(config: object | undefined): readonly string[] {
  const raw = config !== undefined && "rawConfig" in config ? asObject(config.rawConfig) : undefined;
  return Object.keys(raw ?? {});
}
