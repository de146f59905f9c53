import type { OutputProperty } from "../lifecycle/definition";
import { description } from "./description";
import { defaultOf, isAlwaysThere, isRecorded, type ObjectProperty, type Properties, type Property } from "./property";
import { secretPaths } from "./secrets";
import { dynamicToken, PACKAGE, pluginToken } from "./type-token";

/** What the schema says of a resource. */
export interface SchemaResource {
  /** Name of the resource class. */
  readonly type: string;
  readonly doc: string;
  readonly properties: Properties;
  readonly outputs: Readonly<Record<string, OutputProperty>>;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Pulumi's package schema, from which its tools make an SDK for each language. Source: Pulumi's metaschema
 * (`codegen/schema/pulumi.json`). Another value that replaces is only documented (`willReplaceOnChanges`): a mere
 * change of notation must not replace.
 */
export function pulumiSchema(resources: readonly SchemaResource[], version: string): Json {
  return {
    name: PACKAGE,
    version,
    displayName: "NetApp ONTAP iSCSI",
    description: "NetApp ONTAP iSCSI services and CHAP credentials.",
    keywords: ["pulumi", "ontap", "netapp", "iscsi", "chap", "category/infrastructure", "kind/native"],
    license: "Apache-2.0",
    config: { variables: {} },
    provider: {},
    types: Object.fromEntries(resources.flatMap(({ properties }) => typesOf(properties))),
    resources: Object.fromEntries(resources.map((resource) => [pluginToken(resource.type), schemaOf(resource)])),
    language: {
      nodejs: { respectSchemaVersion: true },
      python: { pyproject: { enabled: true }, respectSchemaVersion: true },
      go: { generateResourceContainerTypes: true, respectSchemaVersion: true },
    },
  };
}

function schemaOf({ type, doc, properties, outputs }: SchemaResource): Json {
  const inputs = propertySpecs(properties);
  const added = Object.entries(outputs).map(([name, output]) => [name, { type: "string", description: output.doc }]);
  const given = Object.entries(properties);
  const present = given.flatMap(([name, property]) => (isRecorded(property) ? [name] : []));
  return {
    description: doc,
    inputProperties: inputs,
    requiredInputs: given.flatMap(([name, property]) => (isAlwaysThere(property) ? [name] : [])),
    properties: { ...withoutDefaults(inputs), ...Object.fromEntries(added) },
    required: [...present, ...Object.keys(outputs)],
    aliases: [{ type: dynamicToken(type) }],
  };
}

function propertySpecs(properties: Properties): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, propertySpec(property)]));
}

function propertySpec(property: Property): Json {
  const usual = defaultOf(property);
  return {
    ...typeSpec(property),
    description: description(property),
    ...(property.replaces !== undefined ? { willReplaceOnChanges: true } : {}),
    ...(usual === undefined ? {} : { default: usual }),
    ...(secretPaths(property).length > 0 ? { secret: true } : {}),
  };
}

function typeSpec(property: Property): Json {
  switch (property.type) {
    case "boolean":
      return { type: "boolean" };
    case "string":
      return property.orInteger === true ? { oneOf: [{ type: "string" }, { type: "integer" }] } : { type: "string" };
    case "object":
      return { type: "object", $ref: reference(property) };
    case "list":
      return { type: "array", items: typeSpec(property.items) };
  }
}

function typesOf(properties: Properties): ReadonlyArray<readonly [string, Json]> {
  return Object.values(properties).flatMap((property): ReadonlyArray<readonly [string, Json]> => {
    const inner = property.type === "list" ? property.items : property;
    return inner.type === "object"
      ? [[pluginToken(inner.typeName), objectType(inner)], ...typesOf(inner.properties)]
      : [];
  });
}

function objectType({ doc, properties }: ObjectProperty): Json {
  const required = Object.entries(properties).flatMap(([name, property]) => (isAlwaysThere(property) ? [name] : []));
  return {
    type: "object",
    description: doc,
    properties: propertySpecs(properties),
    ...(required.length === 0 ? {} : { required }),
  };
}

function withoutDefaults(specs: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, { default: _default, willReplaceOnChanges: _replaces, ...spec }]) => [
      name,
      spec,
    ]),
  );
}

function reference({ typeName }: ObjectProperty): string {
  return `#/types/${pluginToken(typeName)}`;
}
