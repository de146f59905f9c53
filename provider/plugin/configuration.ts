import { CLUSTERS_KEY, secretKeys } from "../connection";
import type { PropertyMap } from "../schema/property-map";
import type { Path } from "./bag";

/** Where the arguments of a provider hold secrets, whatever is passed: a map of clusters as a whole. */
const SECRETS: readonly Path[] = [...secretKeys, CLUSTERS_KEY].map((key) => [key]);

/** The same of these arguments, where a certificate may have come with its private key, from one file. */
export function secretsAmong(values: PropertyMap): readonly Path[] {
  const withKey = Object.entries(values).filter(
    ([, value]) => typeof value === "string" && /PRIVATE KEY-----/.test(value),
  );
  return [...SECRETS, ...withKey.map(([key]) => [key])];
}
