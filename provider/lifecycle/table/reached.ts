import { asObject } from "../../schema/property-map";
import { withoutSecrets } from "../../spec/secrets";
import type { CommonInputs } from "../definition";
import { listed } from "./names";
import type { RowNotes } from "./rows";
import type { TableInputs, TableShape } from "./shape";
import { canonicalName } from "./table-wire";

type ReachedBy = "rowsIn" | "withRows" | "rowProperties";

/** How far a change of many rows came. */
export interface Reached<Inputs> {
  readonly have: Inputs;
  /** Undefined where the whole table goes. */
  readonly want: Inputs | undefined;
  /** Names of the rows that were done, in the form in which names are compared. */
  readonly done: ReadonlySet<string>;
  /** Names of the rows that were to be done, in that form. */
  readonly steps: ReadonlySet<string>;
  /** Rows of which nobody knows whether they were created. */
  readonly unconfirmed: ReadonlySet<string>;
  /** True where the table is in no state yet: what it was to adopt and did not is no row of it. */
  readonly isCreation: boolean;
}

/**
 * What the table holds now: what is wanted of rows that are done, else what was recorded. Of the latter without
 * passwords: the engine keeps secret in a dynamic resource's state only what the program's arguments have as a secret.
 */
export function reachedInputs<Inputs extends TableInputs>(
  { rowsIn, withRows, rowProperties }: Pick<TableShape<Inputs, CommonInputs, unknown>, ReachedBy>,
  { have, want, done, steps, isCreation }: Reached<Inputs>,
): Inputs {
  const isOpen = (canonical: string) => steps.has(canonical) && !done.has(canonical);
  const rows = new Map<string, readonly [string, object]>();
  for (const [name, values] of Object.entries(want === undefined ? {} : rowsIn(want))) {
    const canonical = canonicalName(name);
    if (!isOpen(canonical)) {
      rows.set(canonical, [name, values]);
    }
  }
  for (const [name, values] of isCreation ? [] : Object.entries(rowsIn(have))) {
    const canonical = canonicalName(name);
    if (isOpen(canonical)) {
      rows.set(canonical, [name, withoutSecrets(rowProperties, asObject(values) ?? {})]);
    }
  }
  return withRows(want ?? have, Object.fromEntries(rows.values()));
}

/** What is kept besides, for the next run. */
export function reachedNotes<Inputs extends TableInputs>(
  { unlisted = {} }: RowNotes,
  { have, want, done, unconfirmed }: Reached<Inputs>,
): RowNotes {
  const open = Object.entries(unlisted).filter(([name]) => !done.has(canonicalName(name)));
  const keeps = isStillClaimed(have, want) && open.length > 0;
  return {
    ...(keeps ? { unlisted: Object.fromEntries(open) } : {}),
    ...(unconfirmed.size > 0 ? { unconfirmed: [...unconfirmed] } : {}),
  };
}

/** True where rows that the table lacks were to go before, as a refresh has shown, and still are. */
export function isStillClaimed(have: TableInputs, want: TableInputs | undefined): boolean {
  return have.unlisted === "remove" && want?.unlisted === "remove";
}

/** What is to be told of rows that may be there and that no table asks for any more; undefined for none. */
export function orphansNote(names: readonly string[]): string | undefined {
  return names.length === 0
    ? undefined
    : `an earlier run never learned whether it created the rows of ${listed(names)}, and the table no longer has them. Look for them on the array, and delete there what is not wanted`;
}
