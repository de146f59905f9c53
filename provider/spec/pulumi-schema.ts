import type { OutputProperty } from "../lifecycle/definition";
import { description } from "./description";
import { functionSchema } from "./function-schema";
import {
  defaultOf,
  isAlwaysThere,
  isRecorded,
  type ObjectProperty,
  type Properties,
  type Property,
  type StringProperty,
} from "./property";
import { configurationVariables, providerInputs, settingTypes } from "./provider-schema";
import { secretPaths } from "./secrets";
import { dynamicToken, type Json, PACKAGE, token, typeReference } from "./tokens";

const PROVIDER = "One ONTAP cluster. What is not given is read from the environment, where the provider runs.";

/** What the schema says of a resource. */
export interface SchemaResource {
  /** Name of the resource class. */
  readonly type: string;
  readonly doc: string;
  readonly properties: Properties;
  readonly outputs: Readonly<Record<string, OutputProperty>>;
}

/**
 * Pulumi's package schema, from which its tools make an SDK for each language. Source: Pulumi's metaschema
 * (`codegen/schema/pulumi.json`). Another value that replaces is only documented (`willReplaceOnChanges`): a mere
 * change of notation must not replace.
 */
export function pulumiSchema(resources: readonly SchemaResource[], version: string): Json {
  const { functions, types } = functionSchema();
  return {
    name: PACKAGE,
    version,
    displayName: "NetApp ONTAP iSCSI",
    description: "NetApp ONTAP iSCSI services and CHAP credentials.",
    keywords: ["pulumi", "ontap", "netapp", "iscsi", "chap", "category/infrastructure", "kind/native"],
    license: "Apache-2.0",
    config: { variables: configurationVariables() },
    provider: { description: PROVIDER, inputProperties: providerInputs() },
    types: {
      ...Object.fromEntries(resources.flatMap(({ properties }) => typesOf(properties))),
      ...settingTypes(),
      ...types,
    },
    resources: Object.fromEntries(resources.map((resource) => [token(resource.type), schemaOf(resource)])),
    functions,
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
    properties: { ...outputSpecs(properties, inputs), ...Object.fromEntries(added) },
    required: [...present, ...Object.keys(outputs)],
    aliases: [{ type: dynamicToken(type) }],
  };
}

function propertySpecs(properties: Properties): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, propertySpec(name, property)]));
}

function propertySpec(name: string, property: Property): Json {
  const usual = defaultOf(property);
  return {
    ...typeSpec(name, property),
    description: description(property),
    ...(property.replaces !== undefined ? { willReplaceOnChanges: true } : {}),
    ...(usual === undefined ? {} : { default: usual }),
    ...(property.type === "string" && property.secret === true ? { secret: true } : {}),
  };
}

function typeSpec(name: string, property: Property): Json {
  switch (property.type) {
    case "boolean":
      return property.orNames === true
        ? { oneOf: [{ type: "boolean" }, { type: "array", items: { type: "string" } }] }
        : { type: "boolean" };
    case "map":
      return { type: "object", additionalProperties: typeSpec(name, property.items) };
    case "string":
      return stringSpec(name, property);
    case "object":
      return typeReference(property.typeName);
    case "list":
      return { type: "array", items: typeSpec(name, property.items) };
  }
}

/** A word is a string as well, since it is taken in any case. */
function stringSpec(name: string, { orInteger, values }: StringProperty): Json {
  const string = { type: "string" };
  const others = [
    ...(orInteger === true ? [{ type: "integer" }] : []),
    ...(values === undefined ? [] : [{ ...string, $ref: `#/types/${token(capitalised(name))}` }]),
  ];
  return others.length === 0 ? string : { oneOf: [string, ...others] };
}

/** As types are named: the words of `authenticationType` are of the type `AuthenticationType`. */
function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function typesOf(properties: Properties): ReadonlyArray<readonly [string, Json]> {
  return Object.entries(properties).flatMap(([name, property]): ReadonlyArray<readonly [string, Json]> => {
    const inner = property.type === "list" || property.type === "map" ? property.items : property;
    switch (inner.type) {
      case "object":
        return [[token(inner.typeName), objectType(inner)], ...typesOf(inner.properties)];
      case "string":
        return inner.values === undefined ? [] : [[token(capitalised(name)), wordsType(inner.doc, inner.values)]];
      default:
        return [];
    }
  });
}

function wordsType(doc: string, values: readonly string[]): Json {
  return {
    type: "string",
    description: doc,
    enum: values.map((value) => ({ name: capitalised(value), value })),
  };
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

/**
 * What a program reads, a secret as a whole where any of it is one: not every language keeps a secret inside of an object
 * apart. What it gives is not, so that a preview shows what else changes; the provider seals each secret by itself.
 */
function outputSpecs(properties: Properties, inputs: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const { default: _default, willReplaceOnChanges: _replaces, ...spec } = inputs[name] ?? {};
      return [name, { ...spec, ...(secretPaths(property).length > 0 ? { secret: true } : {}) }];
    }),
  );
}
