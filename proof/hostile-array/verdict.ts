import { inspect, isDeepStrictEqual } from "node:util";
import { OntapError } from "../../provider/rest";
import { everythingIn } from "../../test/provider/rest/everything-in";
import type { Canaries } from "../support/canary/canaries";
import type { Expectation } from "./kind";

/** How a call ended. */
export type Ending = { readonly result: unknown } | { readonly error: unknown };

const CODES = new Set([
  "configuration",
  "api-error",
  "unreachable",
  "uncertain",
  "malformed",
  "incomplete",
  "not-found",
  "ambiguous",
]);

/** More than any message of ours has; whatever an array sends must not make it longer. */
const LONGEST_MESSAGE = 2_000;

/** Characters by which a string could steer a terminal, or show itself as something else. */
const STEERING = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

/** What is wrong with how a call ended; undefined where nothing is. `right` is what an array in order gives. */
export function wrongIn(ending: Ending, expected: Expectation, right: unknown, canaries: Canaries): string | undefined {
  return "error" in ending
    ? wrongInError(ending.error, expected, canaries)
    : wrongInResult(ending.result, expected, right);
}

function wrongInError(error: unknown, expected: Expectation, canaries: Canaries): string | undefined {
  if (!(error instanceof OntapError)) {
    return `it threw what is no error of ours: ${String(error instanceof Error ? error.stack : error)}`;
  }
  if (expected === "same") {
    return `it failed, though the response has the right meaning: ${error.message}`;
  }
  const { message, code } = error;
  const hits = canaries.hitsIn(everythingIn(error));
  if (hits.length > 0) {
    return `its error holds the ${hits.join(", ")}`;
  }
  if (!CODES.has(code) || !message.startsWith("Could not ")) {
    return `its error is none that is documented (${code}): ${message}`;
  }
  if (message.length > LONGEST_MESSAGE) {
    return `its message has ${message.length} characters: ${message.slice(0, 200)}`;
  }
  return STEERING.test(message) ? `its message holds control characters: ${JSON.stringify(message)}` : undefined;
}

function wrongInResult(result: unknown, expected: Expectation, right: unknown): string | undefined {
  const shown = inspect(result, { depth: 4, breakLength: Number.POSITIVE_INFINITY }).slice(0, 300);
  if (expected === "error") {
    return `it took a wrong response for right: ${shown}`;
  }
  if ((expected === "same" || expected === "same or error") && !includes(result, right)) {
    return `its result is not that of the same response in plain notation: ${shown}`;
  }
  const misshapen = unlike(result, right, "");
  return misshapen === undefined ? undefined : `its result has ${misshapen}: ${shown}`;
}

/** True where all that is right is there; a response may tell more. */
function includes(result: unknown, right: unknown): boolean {
  if (Array.isArray(right)) {
    return (
      Array.isArray(result) &&
      result.length === right.length &&
      right.every((one, index) => includes(result[index], one))
    );
  }
  if (isObject(right)) {
    return (
      isObject(result) &&
      Object.entries(right).every(([name, one]) => Object.hasOwn(result, name) && includes(result[name], one))
    );
  }
  return isDeepStrictEqual(result, right);
}

/** Where a result is of another shape than the right one; what it tells besides may be anything. */
function unlike(result: unknown, right: unknown, path: string): string | undefined {
  if (result === undefined || result === null || right === undefined) {
    return undefined;
  }
  const at = path === "" ? "itself" : `its ${path.slice(1)}`;
  if (Array.isArray(right)) {
    return Array.isArray(result)
      ? result.map((one, index) => unlike(one, right[0], `${path}.${index}`)).find(Boolean)
      : `no list as ${at}`;
  }
  if (isObject(right)) {
    if (!isObject(result) || Object.getPrototypeOf(result) !== Object.prototype) {
      return `no plain object as ${at}`;
    }
    return Object.entries(right)
      .map(([name, one]) => unlike(Object.hasOwn(result, name) ? result[name] : undefined, one, `${path}.${name}`))
      .find(Boolean);
  }
  if (typeof right === "number" && (typeof result !== "number" || !Number.isInteger(result))) {
    return `no whole number as ${at}`;
  }
  const isCount = typeof right === "number" && (path === "" || path === ".count");
  if (isCount && (!Number.isSafeInteger(result) || Number(result) < 0)) {
    return `no count as ${at}`;
  }
  return typeof result === typeof right ? undefined : `a ${typeof result} in place of a ${typeof right} as ${at}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
