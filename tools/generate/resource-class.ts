import type { RowsOf } from "../../provider/lifecycle/table/rows";
import { description } from "../../provider/spec/description";
import { isRecorded, type Property, replacingProperties } from "../../provider/spec/property";
import type { SchemaResource } from "../../provider/spec/pulumi-schema";
import { secretPaths, secretsIn, usualBytesIn } from "../../provider/spec/secrets";
import { argsType, input, resultType, typeNames } from "./argument-types";
import { taken } from "./limits";
import { docComment } from "./record-types";

/** A resource whose class is written. */
export interface ClassDeclaration extends SchemaResource {
  readonly example: string;
  /** For one that is many objects of another class in one. */
  readonly rows?: { readonly of: RowsOf };
}

/** Name of the file of a resource, in `provider/resources/` and in `sdk/`, without its ending. */
export function resourceFile({ type }: ClassDeclaration): string {
  return type.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** Outputs that the base class declares, since it needs them itself. */
const INHERITED: readonly string[] = ["svm", "svmUuid"];

/** The module of a resource's class and arguments. */
export function resourceClass(resource: ClassDeclaration): string {
  const { type, doc, example, properties, outputs } = resource;
  const types = [...typeNames(properties)].flatMap((name) => [`${name}Args`, `${name}Result`]);
  return `// Made by \`npm run generate\` from provider/resources/${resourceFile(resource)}.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { typeToken } from "../provider/dynamic/text";
import type { ExistingArgs, ExistingOptions } from "./existing";
import { existing, isResource, OntapResource, type ResourceShape } from "./ontap-resource";
import type { ${types.join(", ")} } from "./types";

const SHAPE: ResourceShape = ${JSON.stringify(shapeOf(resource))};

/** Arguments of {@link ${type}}. */
export interface ${type}Args {
${Object.entries(properties).map(argument).join("\n")}
}

${docComment([doc], example.split("\n"))}
export class ${type} extends OntapResource {
  /** @internal */
  static readonly __pulumiType = typeToken("${type}");

${Object.entries(properties)
  .filter(([name]) => !INHERITED.includes(name))
  .map(output)
  .join("\n")}
${Object.entries(outputs)
  .filter(([name]) => !INHERITED.includes(name))
  .map(([name, { doc: what }]) => `${docComment([what])}\ndeclare readonly ${name}: pulumi.Output<string>;`)
  .join("\n")}

  constructor(name: string, args: ${type}Args, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: ExistingArgs, opts: ExistingOptions);
  constructor(name: string, args: ${type}Args | ExistingArgs, opts: pulumi.CustomResourceOptions = {}) {
    super(SHAPE, name, args, opts);
  }

  /** Reads an existing object without managing it, by its id; any other id is refused. Secrets are not read. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: ExistingArgs = {},
    opts?: pulumi.CustomResourceOptions,
  ): ${type} {
    return new ${type}(name, state, existing(id, opts));
  }

  /** True for ${type}, even of another copy of this package. */
  static override isInstance(value: unknown): value is ${type} {
    return isResource(value, SHAPE.type);
  }
}
`;
}

function shapeOf({ type, properties, outputs, rows }: ClassDeclaration) {
  const inputs = Object.entries(properties);
  return {
    type,
    inputs: inputs.map(([name]) => name),
    identity: replacingProperties(properties).map(({ name }) => name),
    required: inputs.flatMap(([name, { required }]) => (required === undefined ? [] : [name])),
    secrets: secretsIn(properties),
    usualBytes: usualBytesIn(properties),
    outputs: Object.keys(outputs),
    ...(rows === undefined ? {} : { rows: rows.of }),
  };
}

function argument([name, property]: readonly [string, Property]): string {
  return `${docComment([[description(property), ...taken(property)].join(" ")])}\n${input(name, property, argsType(property))}`;
}

function output([name, property]: readonly [string, Property]): string {
  const type = `${resultType(property)}${isRecorded(property) ? "" : " | undefined"}`;
  const secret = secretPaths(property).length > 0 ? " Secret as a whole where a program reads it." : "";
  return `${docComment([`${property.doc}${secret}`])}\ndeclare readonly ${name}: pulumi.Output<${type}>;`;
}
