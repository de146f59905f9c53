import { nameInUrn } from "../schema/urn";
import type { ConfigLookup } from "./resolve";

/** What the engine keeps among a provider's arguments for itself. */
const ENGINES_OWN = new Set(["version", "pluginDownloadURL", "pluginChecksums", "parameterization"]);

/** A default provider is made by the engine, from the stack's configuration; its name may hold a version. */
const DEFAULT_NAME = /^default(_\d+_\d+_\d+.*)?$/;

/**
 * Looks up our keys among the arguments of the provider with that URN. Not every SDK sends a value as what it is: a
 * number, a boolean or a map may come as JSON text.
 */
export function providerArguments(args: Readonly<Record<string, unknown>>, urn: string | undefined): ConfigLookup {
  const lookup = (key: string) => {
    const value = Object.hasOwn(args, key) ? args[key] : undefined;
    return value === undefined || value === null
      ? undefined
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
  };
  const keys = Object.keys(args).filter((key) => !ENGINES_OWN.has(key) && !key.startsWith("__"));
  return Object.assign(lookup, { keys: () => keys, isExplicit: urn !== undefined && isExplicitProvider(urn) });
}

/** True for the URN of a provider that a program makes, which is one cluster by itself. */
export function isExplicitProvider(urn: string): boolean {
  return !DEFAULT_NAME.test(nameInUrn(urn));
}
