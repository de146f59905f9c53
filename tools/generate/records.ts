import { recordReads } from "../../provider/reads/records";
import type { DataFunctions, RecordSpec } from "../../provider/record/record";

/** A record that programs read. Its file and its name in it follow from the names of its functions. */
export type ReadRecord = RecordSpec & { readonly functions: DataFunctions };

/** The records that programs read, each a file of data functions and a section of the reference. */
export const records: readonly ReadRecord[] = Object.values(recordReads).map(({ record }) => record);

/** Name of the record's file in `provider/rest/` and in `sdk/data/`, without its ending. */
export function fileOf({ functions: { client } }: ReadRecord): string {
  return client.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Name of the record's declaration in its file. */
export function nameOf({ functions: { type } }: ReadRecord): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}
