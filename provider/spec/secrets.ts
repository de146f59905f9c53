import { asObject, type PropertyMap } from "../schema/property-map";
import type { ByteRange, Properties, Property } from "./property";

/** The values without those that are declared secret, at any depth. */
export function withoutSecrets(properties: Properties, values: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (property?.type === "string" && property.secret === true) {
        return [];
      }
      const inner = asObject(value);
      return [[name, property === undefined || inner === undefined ? value : inside(property, inner)]];
    }),
  );
}

function inside(property: Property, value: PropertyMap): PropertyMap {
  switch (property.type) {
    case "object":
      return withoutSecrets(property.properties, value);
    case "map":
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, inside(property.items, asObject(item) ?? {})]),
      );
    default:
      return value;
  }
}

/** In a path: whatever name stands there in a map. No object of ONTAP has this name. */
export const EACH = "*";

type Paths = ReadonlyArray<readonly string[]>;

/** A plugin asks in every call, and what is declared stays as it is. */
const pathsOf = new WeakMap<Properties, Paths>();

/** Where among the properties secrets are declared, as paths. */
export function secretsIn(properties: Properties): Paths {
  const known = pathsOf.get(properties);
  if (known !== undefined) {
    return known;
  }
  const paths = Object.entries(properties).flatMap(([name, property]) =>
    secretPaths(property).map((path) => [name, ...path]),
  );
  pathsOf.set(properties, paths);
  return paths;
}

/** Where a length in bytes is usual, as paths. */
export function usualBytesIn(properties: Properties): ReadonlyArray<{ readonly path: readonly string[] } & ByteRange> {
  return Object.entries(properties).flatMap(([name, property]) => {
    if (property.type === "string") {
      return property.usualBytes === undefined ? [] : [{ path: [name], ...property.usualBytes }];
    }
    const isMap = property.type === "map";
    const inner = isMap ? property.items : property;
    const way = isMap ? [name, EACH] : [name];
    return inner.type === "object"
      ? usualBytesIn(inner.properties).map(({ path, ...range }) => ({ path: [...way, ...path], ...range }))
      : [];
  });
}

/** Where inside the value secrets are declared, as paths; the path is empty where the value itself is one. */
export function secretPaths(property: Property): Paths {
  switch (property.type) {
    case "boolean":
      return [];
    case "string":
      return property.secret === true ? [[]] : [];
    case "object":
      return secretsIn(property.properties);
    case "list":
      return secretPaths(property.items);
    case "map":
      return secretPaths(property.items).map((path) => [EACH, ...path]);
  }
}
