import { ApiError } from "./api-error";
import { isList, isRecord, type Json, parseJson, type WireRecord } from "./json";
import { jsonShape, repeatedKey } from "./json-shape";

/** Deepest nesting that is read, each part of a dotted key being a level; no documented body needs a tenth of it. */
const DEEPEST = 50;

/** Most properties of one object that are read; no documented body needs a tenth of it. */
const WIDEST = 1000;

/**
 * Reads a JSON request body. The content type is ignored: the documents' own curl examples send JSON as a form.
 * Dotted keys (`"svm.name"`) are expanded at every depth.
 *
 * @returns an empty object for no body.
 * @throws ApiError 262199 for broken JSON, 262200 for a number out of range, 262201 for anything but an object and for
 *   one that is nested too deep or has too many properties, 262282 for a property given twice.
 */
export function requestBody(text: string): WireRecord {
  if (text.trim() === "") {
    return {};
  }
  const { depth, width } = jsonShape(text);
  if (depth > DEEPEST) {
    throw tooDeep();
  }
  if (width > WIDEST) {
    throw new ApiError(400, "262201", `An object in the request body has more than ${WIDEST} properties.`);
  }
  const value = parseJson(text);
  if (value === undefined) {
    throw new ApiError(400, "262199", "The request body is not valid JSON.");
  }
  if (!isRecord(value)) {
    throw new ApiError(400, "262201", "The request body must be a JSON object.");
  }
  const twice = repeatedKey(text);
  if (twice !== undefined) {
    throw givenTwice(twice);
  }
  return expandRecord(value, 0);
}

/** A record that is being put together; without a prototype, so that any key is one of its own. */
interface Growing {
  [key: string]: Json;
}

function expand(value: Json, depth: number): Json {
  if (isList(value)) {
    return value.map((member) => expand(member, depth + 1));
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new ApiError(400, "262200", "The request body contains a number that is out of range.");
  }
  return isRecord(value) ? expandRecord(value, depth) : value;
}

function expandRecord(record: WireRecord, depth: number): Growing {
  const expanded = emptyRecord();
  for (const [name, value] of Object.entries(record)) {
    const path = name.split(".");
    const below = depth + path.length;
    if (below > DEEPEST) {
      throw tooDeep();
    }
    const last = path.pop() ?? "";
    put(placeOf(expanded, path, name), last, expand(value, below), name);
  }
  return expanded;
}

/** The record that a path leads to, created if there is none. */
function placeOf(record: Growing, path: readonly string[], name: string): Growing {
  let place = record;
  for (const part of path) {
    const inner = place[part] ?? emptyRecord();
    if (!isGrowing(inner)) {
      throw givenTwice(name);
    }
    place[part] = inner;
    place = inner;
  }
  return place;
}

function put(record: Growing, key: string, value: Json, name: string): void {
  const present = record[key];
  if (present === undefined) {
    record[key] = value;
  } else if (!isGrowing(present) || !isGrowing(value)) {
    throw givenTwice(name);
  } else {
    for (const [inner, below] of Object.entries(value)) {
      put(present, inner, below, `${name}.${inner}`);
    }
  }
}

function emptyRecord(): Growing {
  return Object.create(null);
}

function isGrowing(value: Json): value is Growing {
  return isRecord(value) && Object.getPrototypeOf(value) === null;
}

function tooDeep(): ApiError {
  return new ApiError(400, "262201", "The request body is nested too deep.");
}

function givenTwice(name: string): ApiError {
  return new ApiError(400, "262282", `Property "${name}" is given twice.`, name);
}
