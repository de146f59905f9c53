import type { Ajv, ErrorObject, Schema, ValidateFunction } from "ajv";
import { dotted, type Failure, printable } from "../schema/failure";
import { nearest } from "../schema/nearest";
import { isUnknown } from "../schema/unknown";

let compiler: Ajv | undefined;

/** Loaded where the first arguments are checked: a refresh and a destroy check none. */
function ajv(): Ajv {
  // biome-ignore lint/style/noCommonJs: an import would load it in every process, and only await could put that off.
  const { Ajv: Compiler }: typeof import("ajv") = require("ajv");
  // That our schemas are schemas is for a test to find; compiling the rules for that takes longer than any of ours.
  const trusted = { meta: false, validateSchema: false };
  compiler ??= new Compiler({ ...trusted, allErrors: true, strict: true, allowUnionTypes: true, verbose: true });
  return compiler;
}

/** Checks the structure of a resource's arguments: every failure at once, unknown values passed over. */
export type StructureCheck = (value: unknown) => readonly Failure[];

/** Makes a {@link StructureCheck} of a schema, which is compiled on first use. `description` in the schema is what a message says is allowed. */
export function structureCheck(schema: Schema): StructureCheck {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= ajv().compile(schema);
    validate(value);
    const errors = (validate.errors ?? []).filter((error) => !isUnknown(error.data));
    return [...new Map(errors.map(failureOf).map((failure) => [JSON.stringify(failure), failure])).values()];
  };
}

function failureOf(error: ErrorObject): Failure {
  const path = error.instancePath.split("/").slice(1).map(unescaped);
  if (error.keyword === "additionalProperties") {
    return unknownProperty(
      path,
      String(error.params.additionalProperty),
      Object.keys(error.parentSchema?.properties ?? {}),
    );
  }
  if (error.keyword === "required") {
    const missing = dotted([...path, String(error.params.missingProperty)]);
    return { property: missing, reason: `${missing} is required` };
  }
  return { property: printable(path), reason: reasonOf(path, error) };
}

function unknownProperty(path: readonly string[], name: string, known: readonly string[]): Failure {
  const meant = nearest(name, known);
  return {
    property: printable([...path, name]),
    reason: `there is no property ${dotted([...path, name])}; ${
      meant === undefined ? `allowed are ${known.join(", ")}` : `did you mean ${dotted([...path, meant])}?`
    }`,
  };
}

function reasonOf(path: readonly string[], error: ErrorObject): string {
  const name = dotted(path);
  const allowed = error.parentSchema?.description;
  if (typeof allowed === "string") {
    return `${name} must be ${allowed}`;
  }
  return `${name} ${error.message ?? "is not valid"}`;
}

function unescaped(segment: string): string {
  return segment.replace(/~1/g, "/").replace(/~0/g, "~");
}
