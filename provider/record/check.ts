import Ajv, { type SchemaObject, type ValidateFunction } from "ajv";
import { type Field, type Fields, isLeaf } from "./fields";

const ajv = new Ajv({ strict: true, allErrors: false, allowUnionTypes: true });

/**
 * The check of what ONTAP answers: structure and types. Fields that are not declared pass, and so do undocumented values
 * of a string, since a release may add some. Null is treated as unset where a field need not be there.
 */
export function checkOf(fields: Fields): (value: unknown) => boolean {
  // On first use: compiling every record is most of what a process would take to start.
  let check: ValidateFunction | undefined;
  return (value) => {
    check ??= ajv.compile(objectSchema(fields));
    return check(value) === true;
  };
}

function objectSchema(fields: Fields): SchemaObject {
  const answered = Object.entries(fields).filter(([, field]) => field.writeOnly === undefined);
  return {
    type: "object",
    properties: Object.fromEntries(answered.map(([name, field]) => [name, schemaOf(field)])),
    required: answered.filter(([, field]) => field.always === true).map(([name]) => name),
  };
}

function schemaOf(field: Field): SchemaObject {
  const nullable = field.always !== true;
  if (isLeaf(field)) {
    return { type: field.kind === "timestamp" || field.kind === "text" ? "string" : field.kind, nullable };
  }
  const object = objectSchema(field.fields);
  return field.kind === "list" ? { type: "array", nullable, items: object } : { ...object, nullable };
}
