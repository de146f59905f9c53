import type { CollectionSpec, FieldSpec } from "./types";

/** ONTAP version as [generation, major, minor]. */
export type Version = readonly [number, number, number];

/** The leaf fields that a collection has in one ONTAP version, by dotted name, in wire order. */
export type KnownFields = ReadonlyMap<string, FieldSpec>;

/** Leaves out the fields that came after `version`: to that ONTAP they are unknown names like any other. */
export function knownFields(spec: CollectionSpec, version: Version): KnownFields {
  return new Map(Object.entries(spec.fields).filter(([, field]) => !isNewer(field.since, version)));
}

/** The leaves that a name refers to: itself, or everything below an object or an array. Empty for an unknown name. */
export function leavesOf(known: KnownFields, name: string): string[] {
  if (known.has(name)) {
    return [name];
  }
  return [...known.keys()].filter((leaf) => leaf.startsWith(`${name}.`));
}

/** True where a release that is written as `9.14` came after this one. */
export function isNewer(since: string | undefined, version: Version): boolean {
  const introduced = (since ?? "0").split(".").map(Number);
  for (const [index, part] of introduced.entries()) {
    const have = version[index] ?? 0;
    if (part !== have) {
      return part > have;
    }
  }
  return false;
}
