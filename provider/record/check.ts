import { type Field, type Fields, isLeaf, type Leaf } from "./fields";

/** True for a value of the structure and types that were declared. */
type Check = (value: unknown) => boolean;

const LEAVES: Readonly<Record<Leaf["kind"], Check>> = {
  text: (value) => typeof value === "string",
  timestamp: (value) => typeof value === "string",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
};

/**
 * The check of what ONTAP answers: structure and types. Fields that are not declared pass, and so do undocumented values
 * of a string, since a release may add some. Null is treated as unset where a field need not be there.
 */
export function checkOf(fields: Fields): Check {
  // Put together rather than compiled: loading a compiler takes a process longer than checking 100,000 records.
  const answered = Object.entries(fields)
    .filter(([, { writeOnly }]) => writeOnly === undefined)
    .map(([name, field]) => ({ name, accepts: checkOfValue(field), isOptional: field.always !== true }));
  return (value) => {
    if (!isObject(value)) {
      return false;
    }
    for (const { name, accepts, isOptional } of answered) {
      const inner = value[name];
      if (inner === undefined || inner === null ? !isOptional : !accepts(inner)) {
        return false;
      }
    }
    return true;
  };
}

function checkOfValue(field: Field): Check {
  if (isLeaf(field)) {
    return LEAVES[field.kind];
  }
  const accepts = checkOf(field.fields);
  return field.kind === "list" ? (value) => Array.isArray(value) && value.every(accepts) : accepts;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
