import { isDeepStrictEqual } from "node:util";
import type { ArrayState } from "./array-state";

/** How one array differs from another that it should be like. */
export interface ArrayDifference {
  /** Objects that are missing. */
  readonly missing: readonly string[];
  /** Objects that are too many. */
  readonly extra: readonly string[];
  /** Objects that are not as they should be. */
  readonly unequal: readonly string[];
}

/** Everything on an array by collection and name, in the simulator's wire form. */
export type ArrayObjects = ReadonlyMap<string, unknown>;

/** The objects of every collection by what tells them apart; sessions by initiator and TSIH. */
export function objectsOn(state: ArrayState): ArrayObjects {
  return new Map(
    Object.entries(state).flatMap(([collection, records]) =>
      Array.isArray(records)
        ? records.map((record: unknown): [string, unknown] => [`${collection} ${nameOf(record)}`, record])
        : [[collection, records] satisfies [string, unknown]],
    ),
  );
}

export function difference(actual: ArrayObjects, expected: ArrayObjects): ArrayDifference {
  return {
    missing: [...expected.keys()].filter((name) => !actual.has(name)),
    extra: [...actual.keys()].filter((name) => !expected.has(name)),
    unequal: [...expected].flatMap(([name, object]) =>
      actual.has(name) && !isDeepStrictEqual(actual.get(name), object) ? [name] : [],
    ),
  };
}

function nameOf(record: unknown): string {
  if (typeof record !== "object" || record === null) {
    return String(record);
  }
  const { svm, initiator, name, tsih }: Readonly<Record<string, unknown>> = { ...record };
  return [textOf(svm), textOf(initiator), textOf(name), textOf(tsih)].filter(Boolean).join(" ");
}

function textOf(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    const { name }: Readonly<Record<string, unknown>> = { ...value };
    return textOf(name);
  }
  return value === undefined ? "" : String(value);
}
