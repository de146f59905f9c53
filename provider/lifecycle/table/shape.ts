import { asObject, type PropertyMap } from "../../schema/property-map";
import type { Properties } from "../../spec/property";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "../definition";
import { canonicalName } from "./table-wire";

/** Arguments that every table has besides its rows. */
export interface TableInputs extends CommonInputs {
  /** What becomes of rows on the SVM that the table lacks. Default: they are kept. */
  readonly unlisted?: "keep" | "remove";
  /** What is left of a row that the table loses. Default: nothing. */
  readonly onRemove?: "delete" | "deny";
}

/** How the rows of a table become objects of their own, and objects rows. */
export interface TableShape<Inputs extends TableInputs, Row extends CommonInputs, RowWire> {
  readonly row: ResourceDefinition<Row, RowWire>;
  /** The argument that holds the rows. */
  readonly property: string;
  /** The argument of a resource of its own that holds a row's name. */
  readonly namedBy: string;
  /** What a row has, as it is declared. */
  readonly rowProperties: Properties;
  /** The rows of a table by their names. */
  rowsIn(inputs: Inputs): Readonly<Record<string, object>>;
  /** The same table with other rows. */
  withRows(inputs: Inputs, rows: Readonly<Record<string, object>>): Inputs;
}

/** The arguments of a row as of a resource of its own; `namedBy` is the argument that holds its name there. */
export function asSingle(
  namedBy: string,
  inputs: object,
  name: string,
  values: object,
): Readonly<Record<string, unknown>> {
  const { svm, cluster, adopt, forceDisconnect, onRemove } = asObject(inputs) ?? {};
  return {
    svm,
    cluster,
    adopt,
    onRemove,
    ...values,
    [namedBy]: name,
    forceDisconnect: isForced(forceDisconnect, name),
  };
}

/** The initiators of a list, which is asked for each of thousands of rows. */
const forcedNames = new WeakMap<readonly unknown[], ReadonlySet<string>>();

/** True where the table's `forceDisconnect` holds for that row, or for the sessions of that initiator. */
export function isForced(forceDisconnect: unknown, name: string): boolean {
  if (!Array.isArray(forceDisconnect)) {
    return forceDisconnect === true;
  }
  const known = forcedNames.get(forceDisconnect);
  const forced = known ?? new Set(forceDisconnect.map((other) => canonicalName(String(other))));
  if (known === undefined) {
    forcedNames.set(forceDisconnect, forced);
  }
  return forced.has(canonicalName(name));
}

/** A row as an object: its arguments, checked and normalized. */
export function rowOf<Inputs extends TableInputs, Row extends CommonInputs, RowWire>(
  shape: TableShape<Inputs, Row, RowWire>,
  inputs: Inputs,
  name: string,
  values: object,
): Row {
  return shape.row.inputs(asSingle(shape.namedBy, inputs, name, values));
}

/** What a table records of an object: the arguments that its rows have. */
export function valuesOf({ rowProperties }: { readonly rowProperties: Properties }, inputs: object): PropertyMap {
  const values = asObject(inputs) ?? {};
  return Object.fromEntries(
    Object.keys(rowProperties).flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]] as const])),
  );
}

/** The key of a row on an SVM. */
export function rowKey({ svmUuid }: ObjectKey, name: string): ObjectKey {
  return { svmUuid, name };
}
