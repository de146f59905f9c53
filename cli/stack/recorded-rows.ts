import { type NamedRow, rowsIn, type TableKind } from "../../provider/inventory";
import { asObject, type PropertyMap } from "../../provider/schema";
import type { RecordedResource } from "./recorded";
import { isSecret, type Unwrapped, unwrapped } from "./secrets";

/** The outputs of a recorded table, with what is secret in each of its rows. */
export interface RecordedTable extends Unwrapped {
  readonly rows: ReadonlyArray<NamedRow & Pick<Unwrapped, "secret" | "encrypted">>;
}

/**
 * The outputs of a table with their secrets unwrapped, those of the rows by row: names of rows have dots. Of rows that are
 * encrypted as a whole none is known.
 */
export function unwrappedTable(table: TableKind, outputs: PropertyMap, where: string): RecordedTable {
  const { [table.property]: given, ...rest } = outputs;
  const own = unwrapped(rest, where);
  const whole = isSecret(given) ? unwrapped({ [table.property]: given }, where) : undefined;
  const known = asObject(whole?.value) ?? { [table.property]: given };
  const rows = rowsIn(table, known).map(({ name, values }) => {
    const row = unwrapped(values, where);
    const value = asObject(row.value) ?? {};
    return {
      name,
      values: value,
      secret: whole === undefined ? row.secret : Object.keys(value),
      encrypted: row.encrypted,
    };
  });
  return {
    value: {
      ...asObject(own.value),
      [table.property]: Object.fromEntries(rows.map(({ name, values }) => [name, values])),
    },
    secret: [...own.secret, ...(whole?.secret ?? [])],
    encrypted: [...own.encrypted, ...(whole?.encrypted ?? [])],
    rows,
  };
}

/** The rows of a recorded table as recorded resources of their own, of which the table is told. */
export function recordedRows(
  own: RecordedResource,
  table: TableKind,
  { rows }: Pick<RecordedTable, "rows">,
): readonly RecordedResource[] {
  const { [table.property]: _, ...common } = own.outputs;
  const { svmName, svmUuid } = common;
  return rows.map(({ name, values, secret, encrypted }) => {
    const outputs = { ...table.single(common, { name, values }), svmName, svmUuid };
    const neverShown = table.row.unreadableProperties(outputs);
    return {
      ...own,
      kind: table.row,
      table: { kind: table, row: name },
      id: `${own.id}/${name}`,
      outputs,
      secret,
      hidden: encrypted.filter((path) => !neverShown.includes(path)),
      encrypted,
    };
  });
}
