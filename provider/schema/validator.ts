import Ajv, { type ErrorObject, type Schema } from "ajv";
import { distance } from "fastest-levenshtein";
import { type Failure, printable } from "./failure";
import { isUnknown } from "./unknown";

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true });

/** Checks the structure of a resource's arguments: every failure at once, unknown values passed over. */
export type StructureCheck = (value: unknown) => readonly Failure[];

/** Compiles a schema into a {@link StructureCheck}. `description` in the schema is what a message says is allowed. */
export function structureCheck(schema: Schema): StructureCheck {
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    const errors = (validate.errors ?? []).filter((error) => !isUnknown(error.data));
    return errors.map(failureOf).filter(distinct);
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
    const missing = [...path, String(error.params.missingProperty)];
    return { property: missing.join("."), reason: `${missing.join(".")} is required` };
  }
  return { property: printable(path, isPlain(error.data)), reason: reasonOf(path, error) };
}

function unknownProperty(path: readonly string[], name: string, known: readonly string[]): Failure {
  const [nearest] = [...known].sort((a, b) => distance(name, a) - distance(name, b));
  const close = nearest !== undefined && distance(name.toLowerCase(), nearest.toLowerCase()) <= 3;
  return {
    property: printable([...path, name], false),
    reason: `there is no property ${[...path, name].join(".")}; ${
      close ? `did you mean ${[...path, nearest].join(".")}?` : `allowed are ${known.join(", ")}`
    }`,
  };
}

function reasonOf(path: readonly string[], error: ErrorObject): string {
  const name = path.join(".");
  const allowed = error.parentSchema?.description;
  if (typeof allowed === "string") {
    return `${name} must be ${allowed}`;
  }
  return `${name} ${error.message ?? "is not valid"}`;
}

function isPlain(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean" || typeof value === "string";
}

function unescaped(segment: string): string {
  return segment.replace(/~1/g, "/").replace(/~0/g, "~");
}

function distinct(failure: Failure, index: number, all: readonly Failure[]): boolean {
  return all.findIndex(({ property, reason }) => property === failure.property && reason === failure.reason) === index;
}
