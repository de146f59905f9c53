import type { Cause } from "../../provider/inventory";
import { DEFAULT_PLACE, type Place } from "../stack/place";
import type { DriftObject, UnknownCause } from "./report";

/** Something that could not be told, and why. */
export interface Unknown {
  readonly cause: Cause;
  /** The object concerned; absent where it is about something else, such as objects in no state. */
  readonly object?: DriftObject;
}

/** The causes in one place, each once with the objects that it concerns. */
export function causesOf(place: Place, unknowns: readonly Unknown[]): readonly UnknownCause[] {
  const causes = new Map<string, Cause>();
  const objects = new Map<string, DriftObject[]>();
  for (const { cause, object } of unknowns) {
    const concerned = objects.get(cause.key) ?? [];
    if (object !== undefined) {
      concerned.push(object);
    }
    objects.set(cause.key, concerned);
    causes.set(cause.key, cause);
  }
  return [...causes].map(([key, { reason, message }]) => ({
    ...place,
    reason,
    message,
    objects: objects.get(key) ?? [],
  }));
}

/** Why the state is unknown where `--fail-on-empty` is given and there is nothing to compare. */
export const NOTHING_TO_COMPARE: UnknownCause = {
  ...DEFAULT_PLACE,
  reason: "there is nothing to compare",
  message: "There is nothing to compare, which --fail-on-empty does not accept.",
  objects: [],
};
