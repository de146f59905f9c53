import { ODD, withOneMissing, withOneOdd, withOneReplaced } from "../support/changed-json";
import { anyhow } from "./framing";
import type { Kind } from "./kind";
import { rightResponse } from "./right-array";

/** Names that reach what every object inherits, where a program copies them carelessly. */
const INHERITED: readonly [string, ...string[]] = [
  '"__proto__":{"polluted":true,"svm":{"name":"svm9","uuid":"9"},"tsih":9}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"prototype":{"polluted":true}',
  '"hasOwnProperty":0,"toString":null,"toJSON":1',
  '"__defineGetter__":"x","__lookupSetter__":{}',
];

/** Values of other types, sizes and depths in a response that is in order otherwise. */
export const wrongValues: readonly Kind[] = [
  {
    name: "one value of another type",
    expects: "any",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      const text = withOneOdd(body, random);
      return anyhow({ status, body: text }, random);
    },
  },
  {
    name: "one value missing",
    expects: "any",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      return anyhow({ status, body: withOneMissing(body, random) }, random);
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
      return anyhow({ status, body: withOneReplaced(body, random, deep) }, random);
    },
  },
  {
    name: "a value of a megabyte",
    expects: "any",
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      const long = random.pick([`"${"x".repeat(2 ** 20)}"`, `[${"0,".repeat(2 ** 18)}0]`, `1${"0".repeat(2 ** 20)}`]);
      return anyhow({ status, body: withOneReplaced(body, random, long) }, random);
    },
  },
];
