import { isDeepStrictEqual } from "node:util";
import { type ArrayState, objectAt, type RowObject, type ServiceObject } from "../array-state";
import type { Drift } from "../refresh";
import type { Stack } from "../stack";
import type { Entry } from "../stack-state";
import { Violation } from "../violation";

/** A refresh shows exactly what was changed by hand since the stack last saw the array. */
export function driftIsExact(
  stack: Stack,
  entries: ReadonlyMap<string, Entry>,
  array: ArrayState,
  drifts: readonly Drift[],
): void {
  for (const { name, changed } of drifts) {
    const entry = entries.get(name);
    const expected = entry === undefined ? undefined : expectedDrift(stack, entry, array);
    if (expected !== undefined && !isDeepStrictEqual(shownOf(changed, entry), expected)) {
      throw new Violation(
        "a refresh shows exactly what was changed by hand",
        `${stack.name}.${name}: it shows ${text(changed)} and not ${text(expected)}`,
      );
    }
  }
}

/** Undefined where the model is not sure what the stack recorded, or what the declaration was then. */
function expectedDrift(
  stack: Stack,
  { id, name, outputs }: Entry,
  array: ArrayState,
): readonly string[] | "gone" | undefined {
  const actual = objectAt(array, id);
  if (actual === undefined) {
    return "gone";
  }
  const known = stack.known.get(id);
  if (known?.sureFor !== "any" || known.seen === undefined) {
    return undefined;
  }
  const applied = stack.applied.get(name);
  return applied === undefined ? undefined : differences(known.seen, actual, outputs.target !== undefined);
}

function differences(
  seen: ServiceObject | RowObject,
  actual: ServiceObject | RowObject,
  hasAlias: boolean,
): readonly string[] {
  if ("enabled" in seen) {
    if (!("enabled" in actual)) {
      return [];
    }
    return [
      ...(seen.enabled === actual.enabled ? [] : ["enabled"]),
      ...(seen.alias === actual.alias || !hasAlias ? [] : ["target"]),
    ];
  }
  if ("enabled" in actual) {
    return [];
  }
  return [
    ...(seen.type === actual.type ? [] : ["authenticationType"]),
    // A row of another type shows no users.
    ...(seen.type !== actual.type || isDeepStrictEqual(users(seen), users(actual)) ? [] : ["chap"]),
    ...(isDeepStrictEqual(seen.addresses, actual.addresses) ? [] : ["initiatorAddress"]),
  ];
}

/** No array shows a password. */
function users({ type, inbound, outbound }: RowObject): unknown {
  return type === "chap" ? [inbound?.user, outbound?.user] : undefined;
}

/**
 * What is shown without what may be shown, too: users of a row of another type, which it does not show, and the SVM in a
 * notation that the program has since changed (docs/renaming-an-svm.md).
 */
function shownOf(changed: readonly string[] | "gone", entry: Entry | undefined): readonly string[] | "gone" {
  if (changed === "gone") {
    return changed;
  }
  const isAnotherType = changed.includes("authenticationType");
  const isAnotherNotation = !isDeepStrictEqual(entry?.inputs.svm, entry?.outputs.svm);
  return changed.filter(
    (property) => !(property === "chap" && isAnotherType) && !(property === "svm" && isAnotherNotation),
  );
}

function text(drift: readonly string[] | "gone"): string {
  return drift === "gone" ? "gone" : `[${drift.join(", ")}]`;
}
