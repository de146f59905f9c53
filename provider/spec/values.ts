import { OntapError } from "../rest";
import { asObject, type PropertyMap } from "../schema/property-map";
import { isAlwaysThere, type Properties, type Property } from "./property";

/**
 * Reads the values of declared properties from what a program gave or a state holds. What is not declared, or is of
 * another type (a value that is not known yet), is treated as absent; so do an empty list and an object that is empty or
 * lacks what it needs. Throws `malformed` where an argument is missing: a state that was changed by hand.
 */
export function valueReader<Inputs>(noun: string, properties: Properties): (given: PropertyMap) => Inputs {
  const isWhole = (values: unknown): values is Inputs => lacksNothing(properties, asObject(values) ?? {});
  return (given) => {
    const values: unknown = readAll(properties, given);
    if (isWhole(values)) {
      return values;
    }
    throw new OntapError({
      code: "malformed",
      operation: `read the recorded ${noun}`,
      reason: `the state lacks ${missing(properties, asObject(values) ?? {}).join(", ")}`,
      hint: "Repair it by pulumi refresh, or remove the entry by pulumi state delete and import the object again.",
    });
  };
}

function readAll(properties: Properties, given: PropertyMap): PropertyMap {
  const values: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    const value = readValue(property, given[name]);
    if (value !== undefined) {
      values[name] = value;
    }
  }
  return values;
}

function readValue(property: Property, given: unknown): unknown {
  switch (property.type) {
    case "boolean":
      return typeof given === "boolean" || (property.orNames === true && isNames(given)) ? given : property.default;
    case "string": {
      const text = typeof given === "string" && !(property.emptyMeansAbsent && given === "") ? given : undefined;
      const word = text?.toLowerCase();
      return (
        (property.values === undefined ? text : property.values.find((value) => value === word)) ?? property.default
      );
    }
    case "list": {
      const items = Array.isArray(given)
        ? given.map((item) => readAll(property.items.properties, asObject(item) ?? {}))
        : [];
      return items.length === 0 ? undefined : items;
    }
    case "map": {
      const { items } = property;
      const entries = Object.entries(asObject(given) ?? {}).flatMap(([name, item]) => {
        const value = readValue(items, item);
        return value === undefined ? [] : [[name, value] as const];
      });
      return isAlwaysThere(property) || entries.length > 0 ? Object.fromEntries(entries) : undefined;
    }
    case "object": {
      const values = readAll(property.properties, asObject(given) ?? {});
      const isEmpty = !isAlwaysThere(property) && Object.keys(values).length === 0;
      return isEmpty || !lacksNothing(property.properties, values) ? undefined : values;
    }
  }
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

function lacksNothing(properties: Properties, values: PropertyMap): boolean {
  for (const [name, property] of Object.entries(properties)) {
    if (isMissing(property, values[name])) {
      return false;
    }
  }
  return true;
}

function missing(properties: Properties, values: PropertyMap): readonly string[] {
  return Object.entries(properties).flatMap(([name, property]) => (isMissing(property, values[name]) ? [name] : []));
}

function isMissing(property: Property, value: unknown): boolean {
  return value === undefined && isAlwaysThere(property);
}
