import type { SchemaObject } from "ajv";
import type { Properties, Property } from "./property";

/** The ajv schema of a resource's arguments. `description` is what a message says is taken. */
export function ajvSchema(properties: Properties): SchemaObject {
  const entries = Object.entries(properties);
  const required = entries.flatMap(([name, property]) => (property.required === true ? [name] : []));
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, property]) => [name, schemaOf(property)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function schemaOf(property: Property): SchemaObject {
  switch (property.type) {
    case "boolean":
      return property.orNames === true
        ? { type: ["boolean", "array"], items: { type: "string" }, description: "true, false or a list of names" }
        : { type: "boolean", description: "true or false" };
    case "map":
      return { type: "object", description: property.expected, additionalProperties: schemaOf(property.items) };
    case "object":
      return { ...ajvSchema(property.properties), description: property.expected };
    case "list":
      return { type: "array", description: property.expected, items: schemaOf(property.items) };
    case "string": {
      const { minLength, maxLength, values, orInteger } = property;
      const pattern = values === undefined ? property.pattern : inAnyCase(values);
      return {
        type: orInteger === true ? ["string", "integer"] : "string",
        description: property.expected,
        ...(minLength === undefined ? {} : { minLength }),
        ...(maxLength === undefined ? {} : { maxLength }),
        ...(pattern === undefined ? {} : { pattern }),
      };
    }
  }
}

/** A pattern for these words of letters in any case; JSON schema knows no flags. */
function inAnyCase(values: readonly string[]): string {
  const words = values.map((value) => value.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`));
  return `^(${words.join("|")})$`;
}
