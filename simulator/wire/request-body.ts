import { ApiError } from "./api-error";
import { isList, isRecord, type Json, parseJson, type WireRecord } from "./json";
import { repeatedKey } from "./repeated-key";

/**
 * Reads a JSON request body. The content type is not looked at: the documents' own curl examples send JSON as a form.
 * Dotted keys (`"svm.name"`) are expanded at every depth.
 *
 * @returns an empty object for no body.
 * @throws ApiError 262199 for broken JSON, 262200 for a number out of range, 262201 for anything but an object, 262282 for
 *   a property given twice.
 */
export function requestBody(text: string): WireRecord {
  if (text.trim() === "") return {};
  const value = parseJson(text);
  if (value === undefined) throw new ApiError(400, "262199", "The request body is not valid JSON.");
  if (!isRecord(value)) throw new ApiError(400, "262201", "The request body must be a JSON object.");
  const twice = repeatedKey(text);
  if (twice !== undefined) throw givenTwice(twice);
  return expandRecord(value);
}

function expand(value: Json): Json {
  if (isList(value)) return value.map(expand);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new ApiError(400, "262200", "The request body holds a number that is out of range.");
  }
  return isRecord(value) ? expandRecord(value) : value;
}

function expandRecord(record: WireRecord): WireRecord {
  let expanded: WireRecord = {};
  for (const [key, value] of Object.entries(record)) expanded = assign(expanded, key.split("."), expand(value), key);
  return expanded;
}

function assign(record: WireRecord, path: readonly string[], value: Json, name: string): WireRecord {
  const [head = "", ...rest] = path;
  const present = Object.hasOwn(record, head) ? record[head] : undefined;
  if (rest.length > 0) {
    if (present !== undefined && !isRecord(present)) throw givenTwice(name);
    return { ...record, [head]: assign(present ?? {}, rest, value, name) };
  }
  if (present === undefined) return { ...record, [head]: value };
  if (!isRecord(present) || !isRecord(value)) throw givenTwice(name);
  let merged = present;
  for (const [key, inner] of Object.entries(value)) merged = assign(merged, [key], inner, `${name}.${key}`);
  return { ...record, [head]: merged };
}

function givenTwice(name: string): ApiError {
  return new ApiError(400, "262282", `Property "${name}" is given twice.`, name);
}
