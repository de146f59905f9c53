import { leaves } from "../schema/leaves";
import { deepEqual, type PropertyMap } from "../schema/property-map";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { stateOf } from "./state";

/** A property that is not what it was; `null` where it is absent. */
export interface PropertyChange {
  /** Dotted path, such as `chap.inbound.user`. A list is one property. */
  readonly property: string;
  readonly recorded: unknown;
  readonly actual: unknown;
}

/** How an object differs from what is recorded of it. */
export interface Comparison {
  /** What a refresh would show. */
  readonly changes: readonly PropertyChange[];
  /** Names that ONTAP gives and that are no arguments: worth a line, and nothing to repair. */
  readonly renames: readonly PropertyChange[];
}

/** Compares recorded outputs with the object as it stands. */
export function compare<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  outputs: PropertyMap,
  wire: Wire,
): Comparison {
  const { inputs, computed } = stateOf(definition, outputs);
  const observed = definition.observed(wire, inputs);
  return {
    changes: differences(leaves(definition.withoutSecrets(inputs)), leaves(definition.withoutSecrets(observed))),
    renames: differences(leaves(computed), leaves(definition.computed(wire))).filter(
      ({ recorded, actual }) => recorded !== null && actual !== null,
    ),
  };
}

/** What differs between two objects, told as the paths of {@link leaves}. */
export function differences(
  recorded: ReadonlyMap<string, unknown>,
  actual: ReadonlyMap<string, unknown>,
): readonly PropertyChange[] {
  return [...new Set([...recorded.keys(), ...actual.keys()])]
    .map((property) => ({ property, recorded: recorded.get(property) ?? null, actual: actual.get(property) ?? null }))
    .filter((change) => !deepEqual(change.recorded, change.actual));
}
