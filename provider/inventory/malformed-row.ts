import type { CommonInputs, ResourceDefinition } from "../lifecycle/definition";
import { asObject, textAt } from "../schema/property-map";

/** A row of a list that has another shape than ONTAP documents. */
export interface MalformedRow {
  /** The object's id, where the row still tells it. */
  readonly id: string | undefined;
  /** What could not be read, as a sentence that names the object where that is known. */
  readonly reason: string;
}

/** What can still be said of such a row. */
export function malformedRow<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  row: unknown,
): MalformedRow {
  const properties = asObject(row);
  const { namedBy } = definition;
  const field = namedBy && definition.properties[namedBy.property]?.field;
  const [svmUuid, name] = [textAt(properties, "svm", "uuid"), field && textAt(properties, ...field.split("."))];
  const id = svmUuid === undefined ? undefined : definition.id({ svmUuid, ...(name ? { name } : {}) });
  // What stands in such a row is no identifier yet: quoted, it cannot steer a terminal.
  const which = id === undefined ? "that names no SVM" : JSON.stringify(id);
  return { id, reason: `A list has an ${definition.noun} ${which} whose row is not of the shape that ONTAP documents` };
}
