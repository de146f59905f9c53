import type { PropertyChange } from "../lifecycle/compare";
import type { CommonInputs, ResourceDefinition } from "../lifecycle/definition";
import { stateOf } from "../lifecycle/state";
import { dotted } from "../schema/failure";
import { asObject, type PropertyMap } from "../schema/property-map";

/** What a table's SVM has that the table lacks and is to remove, as a refresh adds it; nothing where it is to be kept. */
export function strangersIn<Table extends CommonInputs, Wire>(
  definition: ResourceDefinition<Table, Wire>,
  outputs: PropertyMap,
  wire: Wire,
): readonly PropertyChange[] {
  const { rows } = definition;
  if (rows === undefined) {
    return [];
  }
  const { inputs } = stateOf(definition, outputs);
  const { unlisted = {} } = rows.notes(inputs, rows.withUnlisted(inputs, wire), undefined);
  return Object.entries(unlisted).map(([name, values]) => ({
    property: dotted([rows.of.property, name]),
    recorded: null,
    actual: asObject(values),
  }));
}
