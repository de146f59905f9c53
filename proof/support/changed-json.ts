import type { Random } from "./random";

/** JSON as it goes over the wire. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** JSON that is rarely expected. */
export const ODD: readonly [string, ...string[]] = [
  "null",
  "true",
  "0",
  "-1",
  "1.5",
  "1e308",
  "1e400",
  "-0",
  "123456789012345678901234567890",
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u001b[2J\\u202e"',
  "[]",
  "{}",
  "[[]]",
  "[null]",
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"valueOf":1,"then":1,"length":-1}',
];

/** Stands in a value for a string that `JSON.stringify` cannot write. */
const HOLE = "hole-in-the-text";

/** JSON text in which something else, itself JSON or not, is in the place of one value that is drawn from all. */
export function withOneReplaced(body: Json, random: Random, replacement: string): string {
  return JSON.stringify(changed(body, random, HOLE)).replace(`"${HOLE}"`, () => replacement);
}

/** {@link withOneReplaced} by a value of an unexpected type or size. */
export function withOneOdd(body: Json, random: Random): string {
  return withOneReplaced(body, random, random.pick(ODD));
}

/** JSON text without one of its values; empty where that is the whole. */
export function withOneMissing(body: Json, random: Random): string {
  return JSON.stringify(changed(body, random, undefined)) ?? "";
}

function changed(body: Json, random: Random, into: Json | undefined): Json | undefined {
  const places = placesIn(body, []);
  return at(body, places[random.int(places.length)] ?? [], into);
}

function placesIn(value: Json, path: readonly string[]): ReadonlyArray<readonly string[]> {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function at(value: Json, [key, ...rest]: readonly string[], into: Json | undefined): Json | undefined {
  if (key === undefined) {
    return into;
  }
  if (Array.isArray(value)) {
    return value.map((one, index) => (String(index) === key ? (at(one, rest, into) ?? null) : one));
  }
  const entries = Object.entries(value ?? {}).map(([name, one]) => [name, name === key ? at(one, rest, into) : one]);
  return Object.fromEntries(entries);
}
