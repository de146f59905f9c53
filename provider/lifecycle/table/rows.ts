import type { OntapClient } from "../../rest";
import type { PropertyMap } from "../../schema/property-map";
import type { ObjectKey } from "../definition";
import type { Memory } from "../memory";
import type { ProviderContext } from "../provider-context";

/** What is kept of a table's rows besides what they are. */
export interface RowNotes {
  /** Rows on the array that the table lacks, as a refresh found them: nobody's, until an update removes them. */
  readonly unlisted?: Readonly<Record<string, object>>;
  /** Rows whose POST got no response, and of which no look showed whether they are there. */
  readonly unconfirmed?: readonly string[];
}

/** What rows are. */
export interface RowsOf {
  /** Name of the class of a resource of its own. */
  readonly type: string;
  /** The argument of the table that holds them. */
  readonly property: string;
  /** The argument of a resource of its own that holds the name of one. */
  readonly namedBy: string;
}

/** What a table that is to be created meets on the array. */
export interface Existing {
  /** For the preview: a sentence. */
  readonly note?: string;
  /** Why it cannot be created: a sentence. */
  readonly failure?: string;
}

/** A row by its name, with what it has. */
export interface NamedRow {
  readonly name: string;
  readonly values: PropertyMap;
}

/** What the lifecycle must know of a kind that is many objects of another kind in one: its rows. */
export interface Rows<Inputs, Wire> {
  readonly of: RowsOf;
  /** Rows that recorded properties have and `inputs`, which were read from them, lack: not all of them is there. */
  unreadable(recorded: object, inputs: Inputs): readonly string[];
  /** The arguments of a row as of a resource of its own; `table` are those of the table. */
  single(table: PropertyMap, row: NamedRow): PropertyMap;
  /** What a table records of the arguments of such a resource: the other way. */
  rowOf(single: PropertyMap): NamedRow;
  /** The rows as they are named on their array (see subjects.ts). */
  subjects(ontap: OntapClient, key: ObjectKey, inputs: Inputs): readonly string[];
  /** Notes what becomes of each row; without `want` all of them go. */
  plan(memory: Memory, svm: string, key: ObjectKey, have: Inputs, want: Inputs | undefined, notes?: RowNotes): void;
  /** Notes that nothing is planned for these rows any more. */
  settle(memory: Memory, svm: string, key: ObjectKey, inputs: Inputs): void;
  /** Asks by itself for each recorded row that a list lacks, since a list that ended early proves nothing. */
  completed(ontap: OntapClient, wire: Wire, recorded: Inputs): Promise<Wire>;
  /** The inputs with the rows that the table lacks and that are not to be there; the same where there are none. */
  withUnlisted(inputs: Inputs, wire: Wire): Inputs;
  /** The inputs without the rows that a read showed although the table lacks them. */
  own(shown: Inputs, notes: RowNotes): Inputs;
  /** What is kept after a read that found `inputs`, and `shown` with the rows that the table lacks. */
  notes(inputs: Inputs, shown: Inputs, before: RowNotes | undefined): RowNotes;
  /**
   * What a table with these arguments, which is in no state yet, meets on the array: one list. `news` are the arguments
   * as the program gives them, with rows of which not all is known yet.
   */
  existing(context: ProviderContext, want: Inputs, news: object): Promise<Existing>;
  /**
   * Which of the rows that an update adds exist already and are adopted: a sentence for the preview, and one list.
   * Undefined where it may not adopt any, or adds none.
   */
  adopted(
    ontap: OntapClient,
    key: ObjectKey,
    have: Inputs,
    want: Inputs,
    notes?: RowNotes,
  ): Promise<string | undefined>;
  /** Throws `conflict` where the SVM has rows that a new table would have to remove, and was not told that it may. */
  refuseStrangers(ontap: OntapClient, want: Inputs): Promise<void>;
}
