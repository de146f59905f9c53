import type { Random } from "../support/random";
import { anyhow } from "./framing";
import type { Kind } from "./kind";
import { type Json, type RightResponse, rightResponse } from "./right-array";

const ODD: readonly [string, ...string[]] = [
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

/** Names that reach what every object inherits, where a program copies them carelessly. */
const INHERITED: readonly [string, ...string[]] = [
  '"__proto__":{"polluted":true,"svm":{"name":"svm9","uuid":"9"},"tsih":9}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"prototype":{"polluted":true}',
  '"hasOwnProperty":0,"toString":null,"toJSON":1',
  '"__defineGetter__":"x","__lookupSetter__":{}',
];

/** Stands in a value for a string that `JSON.stringify` cannot write. */
const HOLE = "hole-in-the-text";

/** JSON in which one value, drawn from all, is another; `undefined` leaves it out. */
function changed(body: RightResponse["body"], random: Random, into: Json | undefined): string {
  const places = placesIn(body, []);
  const place = places[random.int(places.length)] ?? [];
  return JSON.stringify(at(body, place, into));
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

/** Values of other types, sizes and depths in a response that is in order otherwise. */
export const wrongValues: readonly Kind[] = [
  {
    name: "one value of another type",
    expects: "any",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      const text = changed(body, random, HOLE).replace(`"${HOLE}"`, () => random.pick(ODD));
      return anyhow({ status, body: text }, random);
    },
  },
  {
    name: "one value missing",
    expects: "any",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      return anyhow({ status, body: changed(body, random, undefined) ?? "" }, random);
    },
  },
  {
    name: "another type of body",
    expects: "error",
    respond: (request, { random }) =>
      anyhow(
        { ...rightResponse(request), body: random.pick(["[]", "null", "1", '"{}"', "true", "[{}]", "-1e5"]) },
        random,
      ),
  },
  {
    name: "names that every object inherits",
    expects: "same",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      const text = JSON.stringify(body).replaceAll("{", () =>
        random.percent(60) ? `{${random.pick(INHERITED)},` : "{",
      );
      return anyhow({ status, body: text.replaceAll(",}", "}") }, random);
    },
  },
  {
    name: "keys given twice, the last one right",
    expects: "same",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      const text = JSON.stringify(body).replace(/"(\w+)":/g, (key) => `${key}${random.pick(ODD)},${key}`);
      return anyhow({ status, body: text }, random);
    },
  },
  {
    name: "keys given twice, the last one wrong",
    expects: "any",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      const text = JSON.stringify(body).replace(/"\w+":(?=["\d])/g, (key) => `${key}{},${key}`);
      return anyhow({ status, body: text.replace(/}$/, `,"records":${random.pick(ODD)}}`).replace("{,", "{") }, random);
    },
  },
  {
    name: "a value nested deep",
    expects: "any",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      const depth = random.pick([100, 5_000, 200_000]);
      const deep = random.pick([
        "[".repeat(depth) + "]".repeat(depth),
        `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`,
        "[".repeat(depth),
      ]);
      return anyhow({ status, body: changed(body, random, HOLE).replace(`"${HOLE}"`, () => deep) }, random);
    },
  },
  {
    name: "a value of a megabyte",
    expects: "any",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      const long = random.pick([`"${"x".repeat(2 ** 20)}"`, `[${"0,".repeat(2 ** 18)}0]`, `1${"0".repeat(2 ** 20)}`]);
      return anyhow({ status, body: changed(body, random, HOLE).replace(`"${HOLE}"`, () => long) }, random);
    },
  },
];
