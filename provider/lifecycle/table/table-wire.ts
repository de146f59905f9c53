import { isApiError, type OntapClient, OntapError, query } from "../../rest";
import { canonicalId } from "../../schema/object-id";
import type { SvmReference } from "../../schema/svm";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "../definition";
import { pooled } from "./pool";

/** A table as ONTAP shows it: what is known of its SVM, and its rows by the name in which names are compared. */
export interface TableWire<RowWire> {
  readonly svm: { readonly name: string; readonly uuid: string };
  readonly rows: ReadonlyMap<string, RowWire>;
}

/** The form of a row's name in which names are compared. */
export function canonicalName(name: string): string {
  return canonicalId(`/${name}`).slice(1);
}

/** The tables that the rows of a list make: one for each SVM. */
export function tablesOf<Row extends CommonInputs, RowWire>(
  row: ResourceDefinition<Row, RowWire>,
  wires: readonly RowWire[],
): ReadonlyArray<TableWire<RowWire>> {
  const tables = new Map<string, { svm: TableWire<RowWire>["svm"]; rows: Map<string, RowWire> }>();
  for (const wire of wires) {
    const { svmUuid, name = "" } = row.keyOf(wire);
    const table = tables.get(svmUuid) ?? { svm: { name: row.computed(wire).svmName, uuid: svmUuid }, rows: new Map() };
    tables.set(svmUuid, table);
    table.rows.set(canonicalName(name), wire);
  }
  return [...tables.values()];
}

/**
 * All rows of one SVM: one list. Where that lacks the row which ONTAP makes itself, which cannot be missing, that row is
 * asked for by itself, and its error says what is gone. A row that cannot be read is left out: {@link completedTable}
 * asks for it.
 */
export async function tableOn<Row extends CommonInputs, RowWire>(
  row: ResourceDefinition<Row, RowWire>,
  ontap: OntapClient,
  { svmUuid }: ObjectKey,
): Promise<TableWire<RowWire>> {
  const table = await listedOn(row, ontap, { uuid: svmUuid });
  const builtIn = row.builtIn?.name;
  if (builtIn === undefined || table?.rows.has(builtIn)) {
    return table ?? { svm: { name: "", uuid: svmUuid }, rows: new Map() };
  }
  try {
    const wire = await row.get(ontap, { svmUuid, name: builtIn });
    const { svmName: name } = row.computed(wire);
    return { svm: { name, uuid: svmUuid }, rows: new Map([...(table?.rows ?? []), [builtIn, wire]]) };
  } catch (error) {
    if (table !== undefined && isApiError(error, ...row.gone)) {
      // Its other rows are there, so the table is not gone.
      return table;
    }
    throw error;
  }
}

/** The same with every row of these names that ONTAP has: what the list lacks is asked for by itself. */
export async function completedTable<Row extends CommonInputs, RowWire>(
  row: ResourceDefinition<Row, RowWire>,
  ontap: OntapClient,
  table: TableWire<RowWire>,
  names: readonly string[],
): Promise<TableWire<RowWire>> {
  const missing = names.filter((name) => !table.rows.has(canonicalName(name)));
  const found = new Map(table.rows);
  await pooled(missing, async (name) => {
    const wire = await row.get(ontap, { svmUuid: table.svm.uuid, name }).catch((error: unknown) => {
      if (isApiError(error, ...row.gone)) {
        return undefined;
      }
      throw error instanceof OntapError ? error.forOperation(`read the row of ${name}`) : error;
    });
    if (wire !== undefined) {
      found.set(canonicalName(name), wire);
    }
  });
  return missing.length === 0 ? table : { ...table, rows: found };
}

/** All rows on an SVM that may be known by its name alone: one list. Undefined where there are none. */
export async function listedOn<Row extends CommonInputs, RowWire>(
  row: ResourceDefinition<Row, RowWire>,
  ontap: OntapClient,
  { uuid, name }: SvmReference,
): Promise<TableWire<RowWire> | undefined> {
  const extent = uuid === undefined ? { svmNames: query.anyOf(name ?? "") } : { svmUuids: [uuid] as const };
  const [table] = tablesOf(row, await row.list(ontap, { ...extent, onMalformed: () => undefined }));
  return table;
}

/**
 * How to find rows that may be there already: where `isOne` says that only one is looked for, and where it is asked for
 * `alone`, by itself, else all of them by one list. `want` names the SVM.
 */
export function rowSearch<Row extends CommonInputs, RowWire>(
  row: ResourceDefinition<Row, RowWire>,
  isOne: boolean,
): (ontap: OntapClient, name: string, want: Row, alone?: boolean) => Promise<RowWire | undefined> {
  let table: Promise<TableWire<RowWire> | undefined> | undefined;
  return async (ontap, name, want, alone = false) => {
    if (isOne || alone) {
      return row.locate(ontap, want);
    }
    table ??= listedOn(row, ontap, want.svm);
    return (await table)?.rows.get(canonicalName(name));
  };
}
