import type { CommonInputs, ResourceDefinition } from "../lifecycle/definition";
import type { NamedRow } from "../lifecycle/table/rows";
import type { TableWire } from "../lifecycle/table/table-wire";
import type { ResourceType } from "../resources";
import { dotted } from "../schema/failure";
import { asObject, type PropertyMap } from "../schema/property-map";
import { type Fold, foldOf } from "./fold";
import { type Kind, kindOf } from "./kind";

/** A kind of which each object is many objects of another kind on one SVM, recorded as one. */
export interface TableKind extends Kind, Fold {
  /** What its rows are. */
  readonly row: Kind;
  /** The argument that holds the rows. */
  readonly property: string;
  /** Where a row is among the arguments: `credentials["iqn.1998-01.com.example:host1"]`. */
  path(name: string): string;
  /** A row's arguments as those of an object of its own; `table` are those of the table. */
  single(table: PropertyMap, row: NamedRow): PropertyMap;
}

/** A table's definition as a {@link TableKind}. */
export function tableKindOf<Inputs extends CommonInputs, RowWire>(
  type: ResourceType,
  definition: ResourceDefinition<Inputs, TableWire<RowWire>>,
  row: Kind,
): TableKind {
  const { rows } = definition;
  if (rows === undefined) {
    throw new TypeError(`${type} has no rows`);
  }
  const {
    of: { property },
    single,
  } = rows;
  return {
    ...kindOf(type, definition),
    ...foldOf(rows, definition.builtIn?.name),
    row,
    property,
    single,
    path: (name) => dotted([property, name]),
  };
}

/** The rows of a table with these arguments. */
export function rowsIn({ property }: TableKind, table: PropertyMap): readonly NamedRow[] {
  return Object.entries(asObject(table[property]) ?? {}).map(([name, values]) => ({
    name,
    values: asObject(values) ?? {},
  }));
}
