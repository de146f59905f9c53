import { bagOf } from "./bag";

/** Every value inside, by its dotted path. A list is one value; an empty object is none. */
export function leaves(value: object): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => {
      const bag = bagOf(inner);
      if (bag !== undefined) {
        return [...leaves(bag)].map(([path, leaf]): [string, unknown] => [`${key}.${path}`, leaf]);
      }
      return inner === undefined || inner === null ? [] : [[key, inner] satisfies [string, unknown]];
    }),
  );
}
