import Ajv, { type Schema, type SchemaObject } from "ajv";

const ajv = new Ajv({ strict: true, allErrors: false, allowUnionTypes: true });

/** Compiles a JSON schema into a check that also tells TypeScript what passed it. Unknown fields pass, null does not. */
export function checkOf<Wire>(schema: Schema): (value: unknown) => value is Wire {
  const check = ajv.compile<Wire>(schema);
  return (value): value is Wire => value !== null && check(value);
}

/** A string that ONTAP may also answer as null, which is treated as unset. */
export const text = { type: "string", nullable: true } as const;
/** An integer that ONTAP may also answer as null. */
export const integer = { type: "integer", nullable: true } as const;
/** A boolean that ONTAP may also answer as null. */
export const boolean = { type: "boolean", nullable: true } as const;
/** The SVM of a record; both of its keys are identifiers and always answered. */
export const svm = {
  type: "object",
  required: ["uuid", "name"],
  properties: { uuid: { type: "string" }, name: { type: "string" } },
} as const;

/** An object with these properties, none of them required unless named. */
export function object(properties: Record<string, unknown>, required: readonly string[] = []): SchemaObject {
  return { type: "object", nullable: true, properties, required: [...required] };
}

/** A list of such items, none of them null. */
export function list(items: SchemaObject): SchemaObject {
  return { type: "array", nullable: true, items: { ...items, nullable: false } };
}
