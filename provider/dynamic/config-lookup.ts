import type { dynamic } from "@pulumi/pulumi";
import type { ConfigLookup } from "../connection";

/** Looks up our keys in the stack's configuration, of which the dynamic host hands over every namespace. */
export function configLookup(config: dynamic.ConfigureRequest["config"] | undefined): ConfigLookup {
  return (key) => {
    const value: unknown = config?.get(`ontap-iscsi:${key}`);
    return value === undefined || value === null
      ? undefined
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
  };
}
