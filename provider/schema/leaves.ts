import { below } from "./failure";
import { asObject } from "./property-map";

/** Every value inside, by its dotted path. A list is one value; an empty object is none. */
export function leaves(value: object): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => {
      const properties = asObject(inner);
      if (properties !== undefined) {
        return [...leaves(properties)].map(([path, leaf]): [string, unknown] => [
          `${below("", key)}${path.startsWith("[") ? "" : "."}${path}`,
          leaf,
        ]);
      }
      return inner === undefined || inner === null ? [] : [[below("", key), inner] satisfies [string, unknown]];
    }),
  );
}
