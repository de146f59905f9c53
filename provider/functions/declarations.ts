import { belongsToOneSvm, type RecordReads } from "../reads/collection-reads";
import { recordReads } from "../reads/records";
import type { DataFunctions, RecordSpec } from "../record/record";

/** A record that functions read. */
export type ReadRecord = RecordSpec & { readonly functions: DataFunctions };

/** One function, as its record declares it. */
export interface FunctionDeclaration {
  /** `getIscsiServices`. */
  readonly name: string;
  /** `one` returns the record itself, `list` all that match and their number, `count` the number alone. */
  readonly returns: "one" | "list" | "count";
  readonly reads: RecordReads<ReadRecord>;
  /** What it does, in sentences for users. */
  readonly doc: string;
}

const all: ReadonlyArray<RecordReads<ReadRecord>> = Object.values(recordReads);

/** The functions of the provider plugin, by record. Those of a history list only. */
export const functionDeclarations: readonly FunctionDeclaration[] = all.flatMap((reads) => {
  const { noun, functions } = reads.record;
  const { type, notes = {} } = functions;
  const list = {
    name: listName(reads.record),
    returns: "list",
    reads,
    doc: [`Lists the ${noun}s that match, over all pages.`, notes.list].filter(Boolean).join(" "),
  } as const;
  if (belongsToOneSvm(reads.record)) {
    return [list];
  }
  return [
    {
      name: `get${type}`,
      returns: "one",
      reads,
      doc: [`Gets one ${noun} by its keys; an error where there is none.`, notes.get].filter(Boolean).join(" "),
    },
    list,
    {
      name: `count${type}s`,
      returns: "count",
      reads,
      doc: `Counts the ${noun}s that match, and fetches none of them.`,
    },
  ] as const;
});

/** The name of the function that lists records of a kind. */
export function listName({ functions: { type } }: ReadRecord): string {
  return `get${type}s`;
}

/** The key of a list's records in its result: `services`. */
export function listKey({ functions: { client } }: ReadRecord): string {
  return client.replace(/^.*(?=[A-Z])/, "").toLowerCase();
}
