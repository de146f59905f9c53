import { asObject, type PropertyMap } from "../schema/property-map";
import { hasUnknown, isUnknown } from "../schema/unknown";

/** The wanted inputs with what is recorded in the place of what is not known yet, so that only known changes count. */
export function knownOr(have: PropertyMap, want: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(want).flatMap(([key, value]) => {
      const known = isUnknown(value) ? have[key] : inside(have[key], value);
      return known === undefined ? [] : [[key, known]];
    }),
  );
}

function inside(have: unknown, want: unknown): unknown {
  const properties = asObject(want);
  if (properties !== undefined) {
    return knownOr(asObject(have) ?? {}, properties);
  }
  return Array.isArray(want) && hasUnknown(want) ? have : want;
}
