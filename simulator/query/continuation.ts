import { isRecord, type WireRecord } from "../wire/json";
import { parameters } from "../wire/parameters";
import { type Scalar, valueAt } from "./field-values";
import type { KnownFields } from "./known-fields";
import { readLiteral } from "./literal";
import type { Ordering } from "./ordering";
import { START_PREFIX } from "./parameters";
import { missingValue, unexpectedArgument } from "./refusals";

/**
 * The link to what follows `last`: `start.<field>=<value>` for every field that decides the order, then the client's own
 * query as it encoded it, without the `start.*` of the link that brought it here. No value is ever empty, so a client that
 * drops empty parameters or encodes them its own way loses nothing; an unset value is `null`, and a string that could be
 * mistaken for it, or is empty, is put in double quotes.
 * Source: next links that NetApp's own clients show, such as `?start.uuid=00c8...&fields=%2A%2A&max_records=1`.
 */
export function nextLink(path: string, rawQuery: string, ordering: Ordering, last: WireRecord): string {
  const start = ordering.fields.map((field) => {
    return `${START_PREFIX}${field}=${encodeURIComponent(encodeStart(valueAt(last, field.split("."))))}`;
  });
  const own = parameters(rawQuery)
    .filter(({ name }) => !name.startsWith(START_PREFIX))
    .map(({ raw }) => raw);
  return `${path}?${[...start, ...own].join("&")}`;
}

/**
 * The place where a page begins, as a record that holds the fields of `start.*`; undefined at the very beginning. Links
 * are to be followed, not built: throws 262179 for a field that does not decide the order, 262194 where one that does is
 * missing, and 262197 for a value that its field cannot hold.
 */
export function readStart(
  known: KnownFields,
  ordering: Ordering,
  start: ReadonlyMap<string, string>,
): WireRecord | undefined {
  let place: WireRecord | undefined;
  for (const [name, text] of start) {
    const field = known.get(name);
    if (field === undefined || !ordering.fields.includes(name)) {
      throw unexpectedArgument(START_PREFIX + name);
    }
    if (text === "null") {
      continue;
    }
    const quoted = /^"(.*)"$/s.exec(text);
    place = withValue(place ?? {}, name.split("."), readLiteral(START_PREFIX + name, field, quoted?.[1] ?? text));
  }
  const missing = ordering.fields.find((field) => !start.has(field));
  if (start.size > 0 && missing !== undefined) {
    throw missingValue(START_PREFIX + missing);
  }
  return place;
}

function encodeStart(value: Scalar | undefined): string {
  if (value === undefined) {
    return "null";
  }
  const text = String(value);
  return text === "" || text === "null" || text.startsWith('"') ? `"${text}"` : text;
}

function withValue(record: WireRecord, [key = "", ...rest]: readonly string[], value: Scalar): WireRecord {
  if (rest.length === 0) {
    return { ...record, [key]: value };
  }
  const child = record[key];
  return { ...record, [key]: withValue(isRecord(child) ? child : {}, rest, value) };
}
