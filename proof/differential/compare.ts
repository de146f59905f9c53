import type { CheckResult } from "../../test/engine/provider-host";
import type { Arguments } from "./arguments";
import type { ArrayVerdict } from "./array-verdict";

type Failures = CheckResult["failures"];

/** The codes that ONTAP gives whatever is on the array: what a check must find without asking it. */
const STATE_INDEPENDENT = new Set([
  "2621707",
  "5373969",
  "5373970",
  "5373971",
  "5373972",
  "5373977",
  "5373978",
  "5373997",
  "5374145",
  "5374147",
  "5374149",
  "5374150",
  "5374155",
  "5374855",
  "5374856",
  "5374900",
]);

/** Where a check is stricter than the array on purpose, as the documents of this package say; the rest is of types. */
const STRICTER = [
  /to allow that, leave it out/,
  /netmask is required for an IPv4 address/,
  /^\S+ must be (a|an|true or false)\b/,
];

/**
 * How the verdicts of the two sides and of the array disagree, in words that are the same for the same disagreement;
 * undefined where they agree. A check reports everything that is wrong, an array the first thing.
 */
export function disagreement(
  { args }: Arguments,
  dynamic: Failures,
  plugin: Failures,
  array: ArrayVerdict,
): string | undefined {
  if (!areAlike(dynamic, plugin)) {
    return "the two sides disagree";
  }
  const codes = dynamic.flatMap(({ reason }) => reason.match(/\(ONTAP (\d+)\)$/)?.[1] ?? []);
  const others = dynamic.filter(({ reason }) => !/\(ONTAP \d+\)$/.test(reason));
  if (array === undefined) {
    const strict = hasNumber(args)
      ? undefined
      : others.find(({ reason }) => !STRICTER.some((pattern) => pattern.test(reason)));
    const wrong = codes[0] ?? strict?.reason.replace(/.*(?= must | is )/, "...");
    return wrong === undefined ? undefined : `the array takes what check refuses: ${wrong}`;
  }
  if (dynamic.length === 0) {
    return `check takes what the array refuses with ${array}`;
  }
  // What is malformed is reported before any rule is applied to it.
  const isFound = codes.includes(array) || others.length > 0;
  if (STATE_INDEPENDENT.has(array) ? isFound : others.length > 0 || codes.length > 0) {
    return undefined;
  }
  return `check says ${[...new Set(codes)].join(", ")}, the array ${array}`;
}

/** True where there is a number or a boolean: the array takes them for text, programs are of stricter types. */
function hasNumber(value: unknown): boolean {
  return typeof value === "object" && value !== null
    ? Object.values(value).some(hasNumber)
    : typeof value === "number" || typeof value === "boolean";
}

/** The plugin names in the text, unless it stands there already, what the engine could print the value of. */
function areAlike(dynamic: Failures, plugin: Failures): boolean {
  return (
    dynamic.length === plugin.length &&
    dynamic.every(({ property, reason }, place) =>
      [reason, `${property}: ${reason}`].includes(plugin[place]?.reason ?? ""),
    )
  );
}
