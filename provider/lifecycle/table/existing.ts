import { type OntapClient, OntapError } from "../../rest";
import type { CommonInputs } from "../definition";
import type { ProviderContext } from "../provider-context";
import { counted } from "./reporting";
import type { Existing } from "./rows";
import type { TableInputs, TableShape } from "./shape";
import { unlistedRows } from "./steps";
import { canonicalName, listedOn } from "./table-wire";

const MOST_NAMED = 20;

/** Names in a sentence, the first 20 of them. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${counted(more)} more`] : [])].join(", ");
}

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
  const ontap = connections.client(want.cluster);
  const table = await listedOn(shape.row, ontap, want.svm).catch((error: unknown) => {
    if (error instanceof OntapError) {
      return error;
    }
    throw error;
  });
  if (table instanceof OntapError) {
    return { note: `what it meets there could not be told: ${table.reason}` };
  }
  const rows = table?.rows ?? new Map();
  const strangers = Object.keys(unlistedRows(shape, want, rows, names));
  if (want.adopt !== true) {
    return strangers.length === 0 ? {} : { failure: `${strangersReason(strangers)}. ${WAY_ON}` };
  }
  const there = names.filter((name) => rows.has(canonicalName(name)));
  const created = names.length - there.length;
  return {
    note: [
      there.length === 0
        ? "none of its rows exists"
        : `${counted(there.length)} of its rows exist and are adopted: ${listed(there)}`,
      ...(created === 0 ? [] : [`${counted(created)} are created`]),
      ...(strangers.length === 0
        ? []
        : [`${counted(strangers.length)} that it lacks are removed: ${listed(strangers)}`]),
    ].join("; "),
  };
}
