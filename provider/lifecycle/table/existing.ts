import { type OntapClient, OntapError } from "../../rest";
import type { SvmReference } from "../../schema/svm";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "../definition";
import type { ProviderContext } from "../provider-context";
import { counted, listed } from "./names";
import type { Existing } from "./rows";
import type { TableInputs, TableShape } from "./shape";
import { unlistedRows } from "./steps";
import { canonicalName, listedOn } from "./table-wire";

/** Throws `conflict` where the SVM has rows that a new table would have to remove, and was not told that it may. */
export async function refuseStrangers<Inputs extends TableInputs, Row extends CommonInputs, RowWire>(
  shape: TableShape<Inputs, Row, RowWire>,
  ontap: OntapClient,
  want: Inputs,
  title: string,
): Promise<void> {
  if (want.unlisted !== "remove" || want.adopt === true) {
    return;
  }
  const table = await listedOn(shape.row, ontap, want.svm);
  const strangers = Object.keys(unlistedRows(shape, want, table?.rows ?? new Map()));
  if (strangers.length > 0) {
    throw new OntapError({
      code: "conflict",
      operation: `create ${title}`,
      reason: strangersReason(strangers),
      hint: `Nothing was changed on this SVM. ${WAY_ON}`,
    });
  }
}

const WAY_ON =
  'Add these rows to the table, or set unlisted: "keep" to leave them alone, or adopt: true to have them removed.';

function strangersReason(strangers: readonly string[]): string {
  const rows = strangers.length === 1 ? "1 row" : `${counted(strangers.length)} rows`;
  return `unlisted is "remove", and the SVM has ${rows} that the table lacks: ${listed(strangers)}`;
}

/**
 * What a table with these arguments, which is in no state yet, meets on the array: which rows it adopts, which it would
 * remove. One list, and none where it neither adopts nor removes anything.
 */
export async function existingRows<Inputs extends TableInputs, Row extends CommonInputs, RowWire>(
  shape: TableShape<Inputs, Row, RowWire>,
  { connections }: ProviderContext,
  want: Inputs,
  names: readonly string[],
): Promise<Existing> {
  if (want.adopt !== true && want.unlisted !== "remove") {
    return {};
  }
  const rows = await rowsThere(shape.row, connections.client(want.cluster), want.svm);
  if (rows instanceof OntapError) {
    return { note: notTold(rows) };
  }
  const strangers = Object.keys(unlistedRows(shape, want, rows, names));
  if (want.adopt !== true) {
    return strangers.length === 0 ? {} : { failure: `${strangersReason(strangers)}. ${WAY_ON}` };
  }
  return {
    note: [
      ...adoptedAndCreated("its rows", names, rows),
      ...(strangers.length === 0
        ? []
        : [
            `${counted(strangers.length)} that it lacks ${strangers.length === 1 ? "is" : "are"} removed: ${listed(strangers)}`,
          ]),
    ].join("; "),
  };
}

/** Which of the rows that are new to a table with `adopt` it finds there, as a sentence: one list. */
export async function adoptedRows<Row extends CommonInputs, RowWire>(
  row: ResourceDefinition<Row, RowWire>,
  ontap: OntapClient,
  { svmUuid }: ObjectKey,
  names: readonly string[],
): Promise<string> {
  const rows = await rowsThere(row, ontap, { uuid: svmUuid });
  return rows instanceof OntapError ? notTold(rows) : adoptedAndCreated("its new rows", names, rows).join("; ");
}

function adoptedAndCreated(
  what: string,
  names: readonly string[],
  rows: ReadonlyMap<string, unknown>,
): readonly string[] {
  const there = names.filter((name) => rows.has(canonicalName(name)));
  const created = names.length - there.length;
  return [
    there.length === 0
      ? `none of ${what} exists`
      : `${counted(there.length)} of ${what} ${there.length === 1 ? "exists and is" : "exist and are"} adopted: ${listed(there)}`,
    ...(created === 0 ? [] : [`${counted(created)} ${created === 1 ? "is" : "are"} created`]),
  ];
}

/** The rows on an SVM by their names, or why they could not be read. */
async function rowsThere<Row extends CommonInputs, RowWire>(
  row: ResourceDefinition<Row, RowWire>,
  ontap: OntapClient,
  svm: SvmReference,
): Promise<ReadonlyMap<string, RowWire> | OntapError> {
  try {
    return (await listedOn(row, ontap, svm))?.rows ?? new Map();
  } catch (error) {
    if (error instanceof OntapError) {
      return error;
    }
    throw error;
  }
}

function notTold({ reason }: OntapError): string {
  return `what it meets there could not be told: ${reason}`;
}
