import { isList, isRecord, type Json, type WireRecord } from "../wire/json";

/** Which part of a record a response contains. */
export interface Projection {
  /** Dotted names of the fields asked for and of every object on the way to them, see `withParents`. */
  readonly names: ReadonlySet<string>;
  /** `_links.self` by the concrete path of the object it hangs on, as `CollectionSpec.links` gives them; none for plain JSON. */
  readonly links: Readonly<Record<string, string>>;
}

/** Adds the objects that lead to each leaf: `a.b.c` needs `a.b` and `a`. */
export function withParents(leaves: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const leaf of leaves) {
    const path = leaf.split(".");
    for (let length = 1; length <= path.length; length += 1) {
      names.add(path.slice(0, length).join("."));
    }
  }
  return names;
}

/**
 * Cuts a record down to a projection, in the record's own key order, `_links` last in each object. Unset properties and
 * what they leave empty are omitted; members of an array keep their place, so that a record reads the same whichever of
 * its sub-fields were asked for. Properties that were not asked for are not even read, so that a record may compute costly
 * ones in a getter.
 */
export function project(record: WireRecord, projection: Projection): WireRecord {
  return withLinks(projectProperties(record, "", "", projection), "", projection);
}

function projectProperties(object: WireRecord, prefix: string, pathPrefix: string, projection: Projection) {
  const projected: Record<string, Json> = {};
  for (const key of Object.keys(object)) {
    const name = prefix + key;
    if (!projection.names.has(name)) {
      continue;
    }
    const value = projectValue(object[key] ?? null, name, pathPrefix + key, projection);
    if (value !== undefined) {
      projected[key] = value;
    }
  }
  return projected;
}

function projectValue(value: Json, name: string, path: string, projection: Projection): Json | undefined {
  if (value === null) {
    return undefined;
  }
  if (isList(value)) {
    return projectMembers(value, name, path, projection);
  }
  if (!isRecord(value)) {
    return value;
  }
  const projected = projectProperties(value, `${name}.`, `${path}.`, projection);
  return Object.keys(projected).length === 0 ? undefined : withLinks(projected, path, projection);
}

function projectMembers(
  members: readonly Json[],
  name: string,
  path: string,
  projection: Projection,
): Json | undefined {
  const projected = members.map((member, index) => projectValue(member, name, `${path}.${index}`, projection));
  if (projected.every((member) => member === undefined)) {
    return undefined;
  }
  return projected.map((member) => member ?? {});
}

function withLinks(projected: Record<string, Json>, path: string, { links }: Projection): WireRecord {
  const href = links[path];
  if (href !== undefined) {
    projected._links = { self: { href } };
  }
  return projected;
}
