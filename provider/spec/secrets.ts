import { asObject, type PropertyMap } from "../schema/property-map";
import type { Properties } from "./property";

/** The values without those that are declared secret, at any depth. */
export function withoutSecrets(properties: Properties, values: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (property?.type === "string" && property.secret === true) {
        return [];
      }
      const inner = asObject(value);
      return [
        [name, property?.type === "object" && inner !== undefined ? withoutSecrets(property.properties, inner) : value],
      ];
    }),
  );
}
