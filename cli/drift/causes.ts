import type { Cause } from "../../provider/inventory";
import type { DriftObject, UnknownCause } from "./report";

/** Something that could not be told, and why. */
export interface Unknown {
  readonly cause: Cause;
  /** The object concerned; absent where it is about something else, such as objects in no state. */
  readonly object?: DriftObject;
}

/** The causes on one cluster, each once with the objects that it concerns. */
export function causesOf(cluster: string | null, unknowns: readonly Unknown[]): readonly UnknownCause[] {
  return [...new Map(unknowns.map(({ cause }) => [cause.key, cause])).values()].map(({ key, reason, message }) => ({
    cluster,
    reason,
    message,
    objects: unknowns.flatMap(({ cause, object }) => (cause.key === key && object !== undefined ? [object] : [])),
  }));
}

/** Why the state is unknown where `--fail-on-empty` is given and there is nothing to compare. */
export const NOTHING_TO_COMPARE: UnknownCause = {
  cluster: null,
  reason: "there is nothing to compare",
  message: "There is nothing to compare, which --fail-on-empty does not accept.",
  objects: [],
};
