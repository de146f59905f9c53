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
  return [...new Map(unknowns.map(({ cause }) => [cause.key, cause])).values()].map(({ key, reason, message }) => ({
    ...place,
    reason,
    message,
    objects: unknowns.flatMap(({ cause, object }) => (cause.key === key && object !== undefined ? [object] : [])),
  }));
}

/** Why the state is unknown where `--fail-on-empty` is given and there is nothing to compare. */
export const NOTHING_TO_COMPARE: UnknownCause = {
  ...DEFAULT_PLACE,
  reason: "there is nothing to compare",
  message: "There is nothing to compare, which --fail-on-empty does not accept.",
  objects: [],
};
