import { description } from "../../provider/spec/description";
import { isRecorded, type ObjectProperty, type Properties, type Property } from "../../provider/spec/property";
import { taken } from "./limits";
import { docComment } from "./record-types";

/** The module of the objects inside resources' arguments: what a program passes, and what it gets back. */
export function argumentTypes(resources: ReadonlyArray<{ readonly properties: Properties }>): string {
  const objects = new Map(resources.flatMap(({ properties }) => [...objectsIn(properties)]));
  return `// Made by \`npm run generate\` from provider/resources/; change it there.

import type * as pulumi from "@pulumi/pulumi";

${[...objects].flatMap(([name, object]) => [argsInterface(name, object), resultInterface(name, object)]).join("\n\n")}
`;
}

/** Names of the objects inside properties, without what makes them arguments or results. */
export function typeNames(properties: Properties): ReadonlySet<string> {
  return new Set(objectsIn(properties).keys());
}

/** A member of an interface of arguments. */
export function input(name: string, { required }: Property, type: string): string {
  return required === undefined ? `${name}?: pulumi.Input<${type} | undefined>;` : `${name}: pulumi.Input<${type}>;`;
}

/** The type of what a program passes for a property. */
export function argsType(property: Property): string {
  switch (property.type) {
    case "boolean":
      return property.orNames === true ? "boolean | ReadonlyArray<pulumi.Input<string>>" : "boolean";
    case "map":
      return `Readonly<Record<string, pulumi.Input<${property.items.typeName}Args>>>`;
    case "string":
      return property.orInteger === true ? "string | number" : "string";
    case "object":
      return `${property.typeName}Args`;
    case "list":
      return `ReadonlyArray<pulumi.Input<${property.items.typeName}Args>>`;
  }
}

/** The type of what is recorded of a property. */
export function resultType(property: Property): string {
  switch (property.type) {
    case "boolean":
      return property.orNames === true ? "boolean | string[]" : "boolean";
    case "map":
      return `Record<string, ${property.items.typeName}Result>`;
    case "string":
      return property.values?.map((value) => JSON.stringify(value)).join(" | ") ?? "string";
    case "object":
      return `${property.typeName}Result`;
    case "list":
      return `${property.items.typeName}Result[]`;
  }
}

function objectsIn(properties: Properties): ReadonlyMap<string, ObjectProperty> {
  return new Map(
    Object.values(properties).flatMap((property): ReadonlyArray<readonly [string, ObjectProperty]> => {
      const inner = property.type === "list" || property.type === "map" ? property.items : property;
      return inner.type === "object" ? [[inner.typeName, inner], ...objectsIn(inner.properties)] : [];
    }),
  );
}

function argsInterface(name: string, { doc, typeDoc = doc, properties }: ObjectProperty): string {
  const members = Object.entries(properties).map(
    ([key, property]) =>
      `${docComment([[description(property), ...taken(property)].join(" ")])}\n${input(key, property, argsType(property))}`,
  );
  return `${docComment([typeDoc])}\nexport interface ${name}Args {\n${members.join("\n")}\n}`;
}

function resultInterface(name: string, { doc, typeDoc = doc, properties }: ObjectProperty): string {
  const members = Object.entries(properties).map(([key, property]) => {
    const optional = isRecorded(property) ? "" : " | undefined";
    return `${docComment([property.doc])}\n${key}${optional === "" ? "" : "?"}: ${resultType(property)}${optional};`;
  });
  return `${docComment([`${typeDoc} As recorded.`])}\nexport interface ${name}Result {\n${members.join("\n")}\n}`;
}
