import { createHash } from "node:crypto";
import type { PlannedResource } from "../plan";

/**
 * A key for the entry of each resource, unique and the same in every run: `IscsiService_svm1`,
 * `IscsiCredentials_svm1_host1`; with a digest where that is not enough. No key is a word that YAML or Pulumi reads
 * otherwise, nor one of a config secret, which has a hyphen.
 */
export function yamlKeys(resources: readonly PlannedResource[]): ReadonlyMap<PlannedResource, string> {
  const short = resources.map((resource) => [resource, keyOf(resource)] as const);
  const counts = new Map<string, number>();
  for (const [, key] of short) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const unique = (key: string, name: string) => {
    const longer = `${key}_${digest(name)}`;
    return counts.get(key) === 1 ? key : counts.has(longer) ? `${longer}_` : longer;
  };
  return new Map(short.map(([resource, key]) => [resource, unique(key, resource.name)]));
}

function keyOf({ className, object }: PlannedResource): string {
  const { svm, name } = object;
  const last = name === undefined ? undefined : name.slice(name.lastIndexOf(":") + 1) || name;
  return [className, svm.name, ...(last === undefined ? [] : [last])]
    .map((part) => part.replace(/[^A-Za-z0-9]+/g, "_"))
    .join("_");
}

function digest(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 8);
}
