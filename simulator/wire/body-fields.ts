import { ApiError } from "./api-error";
import { isList, isRecord, type Json, type WireRecord } from "./json";

/** What a write accepts in its body. Names are dotted; members of arrays have no index. */
export interface BodyFields {
  /** Leaf fields and arrays that may be set. */
  readonly writable: readonly string[];
  /** Fields that are known but cannot be set here, with the code that refuses them; an equal value does not help. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Fields that are known and passed over. */
  readonly ignored?: readonly string[];
}

/**
 * Refuses what the write does not know. Empty objects pass, since clients send `"svm": {}` in every PATCH, and so
 * do `_links` anywhere; null is treated as left out.
 *
 * @throws ApiError 262179 for an unknown field, or the field's own code.
 */
export function checkBodyFields(body: WireRecord, fields: BodyFields, ignoreUnknown: boolean): void {
  const known = [...fields.writable, ...(fields.ignored ?? []), ...Object.keys(fields.refused ?? {})];
  for (const [name, value] of leaves(body, "")) {
    const code = Object.hasOwn(fields.refused ?? {}, name) ? fields.refused?.[name] : undefined;
    if (code !== undefined && value !== null) {
      throw refusal(name, code);
    }
    const isObject = known.some((candidate) => candidate.startsWith(`${name}.`));
    if (known.includes(name) || (isObject && value === null)) {
      continue;
    }
    if (isObject) {
      throw new ApiError(400, "262197", `The value of field "${name}" must be an object.`, name);
    }
    if (!ignoreUnknown) {
      throw new ApiError(400, "262179", `Unexpected argument "${name}".`, name);
    }
  }
}

/** A field by its dotted name; null is treated as left out. */
export function bodyValue(body: WireRecord, name: string): Exclude<Json, null> | undefined {
  let value: Json | undefined = body;
  for (const key of name.split(".")) {
    if (value === undefined || value === null) {
      return undefined;
    }
    if (!isRecord(value)) {
      throw wrongShape(name, value);
    }
    value = Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value ?? undefined;
}

/** A string field. Numbers are taken as text, since a netmask of 24 arrives as either. */
export function bodyText(body: WireRecord, name: string, label = name): string | undefined {
  const value = bodyValue(body, name);
  if (value === undefined || typeof value === "string") {
    return value;
  }
  if (typeof value === "number") {
    return String(value);
  }
  throw wrongShape(label, value);
}

/** A boolean field; strings in any case are booleans too, as in the documents' own PATCH example. */
export function bodyFlag(body: WireRecord, name: string): boolean | undefined {
  const value = bodyValue(body, name);
  if (value === undefined || typeof value === "boolean") {
    return value;
  }
  const text = typeof value === "string" ? value.toLowerCase() : "";
  if (text === "true") {
    return true;
  }
  if (text === "false") {
    return false;
  }
  throw wrongShape(name, value);
}

/** An array of objects. */
export function bodyObjects(body: WireRecord, name: string): readonly WireRecord[] | undefined {
  const value = bodyValue(body, name);
  if (value === undefined) {
    return undefined;
  }
  if (!isList(value)) {
    throw new ApiError(400, "262254", `Field "${name}" must be an array.`, name);
  }
  return value.map((member) => {
    if (!isRecord(member)) {
      throw invalidValue(name, member);
    }
    return member;
  });
}

/** The error for a value that the field does not take. */
export function invalidValue(name: string, value: Json, reason = ""): ApiError {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return new ApiError(
    400,
    "262197",
    `The value "${text}" is invalid for field "${name}"${reason && ` (${reason})`}.`,
    name,
  );
}

/** The error for a value of another type than the field's. */
function wrongShape(name: string, value: Json): ApiError {
  if (!isList(value)) {
    return invalidValue(name, value);
  }
  return new ApiError(400, "262255", `Field "${name}" is not an array.`, name);
}

/** The error for a value that is needed and missing. */
export function missingValue(name: string): ApiError {
  return new ApiError(400, "262212", `A value for field "${name}" is required.`, name);
}

function* leaves(value: Json, name: string): Generator<readonly [name: string, value: Json]> {
  if (isList(value)) {
    if (value.length === 0) {
      yield [name, value];
    }
    for (const member of value) {
      yield* leaves(member, name);
    }
  } else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key !== "_links") {
        yield* leaves(inner, name === "" ? key : `${name}.${key}`);
      }
    }
  } else {
    yield [name, value];
  }
}

function refusal(name: string, code: string): ApiError {
  const message =
    code === "262203"
      ? `Field "${name}" is not allowed in the body of a PATCH.`
      : `Field "${name}" cannot be set in this operation.`;
  return new ApiError(400, code, message, name);
}

/** Refuses a PATCH that names nothing at all (262190); one of empty objects alone passes and changes nothing. */
export function refuseEmptyPatch(body: WireRecord): void {
  if (Object.keys(body).length === 0) {
    throw new ApiError(400, "262190", "A PATCH requires at least one value to change.");
  }
}
