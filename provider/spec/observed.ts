import { asObject, type PropertyMap, valueAt } from "../schema/property-map";
import { identifies, type Properties, type Property } from "./property";

/**
 * The declared properties of an object as ONTAP shows it. What tells which object it is keeps its recorded notation, and
 * what ONTAP has no field for its recorded value.
 */
export function observedValues(
  properties: Properties,
  wire: PropertyMap | undefined,
  recorded: PropertyMap | undefined,
  namedBy?: string,
): PropertyMap {
  const values: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    const before = recorded?.[name];
    const isKept = before !== undefined && identifies(name, property, namedBy);
    const value = isKept ? before : observedValue(property, wire, recorded, before);
    if (value !== undefined) {
      values[name] = value;
    }
  }
  return values;
}

function observedValue(
  property: Property,
  wire: PropertyMap | undefined,
  recorded: PropertyMap | undefined,
  before: unknown,
): unknown {
  if (property.field === undefined) {
    return property.type === "object" ? observedObject(property.properties, wire, recorded, before) : before;
  }
  if (property.unmanagedWhenOmitted === true && recorded !== undefined && before === undefined) {
    return undefined;
  }
  const shown = valueAt(wire, ...property.field.split("."));
  return shown ?? (property.type === "string" ? property.whenUnset : undefined) ?? before;
}

function observedObject(
  properties: Properties,
  wire: PropertyMap | undefined,
  recorded: PropertyMap | undefined,
  before: unknown,
): PropertyMap | undefined {
  const values = observedValues(properties, wire, recorded === undefined ? undefined : (asObject(before) ?? {}));
  return Object.keys(values).length === 0 ? undefined : values;
}
