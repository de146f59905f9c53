import { canonicalId } from "../schema/object-id";
import type { CommonInputs, ResourceDefinition } from "./definition";

/** Objects of one kind as a list shows them. */
export interface ObjectsById<Wire> {
  /** By the id in ONTAP's notation. */
  readonly all: ReadonlyMap<string, Wire>;
  /** The object that an id means, even in another notation; undefined where the list has none. */
  find(id: string): Wire | undefined;
}

/** The objects of a list, to be found by their ids. */
export function objectsById<Inputs extends CommonInputs, Wire>(
  { id, keyOf }: ResourceDefinition<Inputs, Wire>,
  wires: readonly Wire[],
): ObjectsById<Wire> {
  const all = new Map(wires.map((wire) => [id(keyOf(wire)), wire]));
  const canonical = new Map([...all].map(([key, wire]) => [canonicalId(key), wire]));
  return { all, find: (sought) => all.get(sought) ?? canonical.get(canonicalId(sought)) };
}
