import { keptIn, outputsOf } from "../lifecycle/state";
import type { Rows } from "../lifecycle/table/rows";
import { asObject, type PropertyMap } from "../schema/property-map";
import type { FoundObject } from "./found-object";

/** What a resource is recorded as; secrets may be marked as a state marks them, and are then left as they are. */
export type RecordedParts = Pick<FoundObject, "inputs" | "outputs">;

/** Objects of one SVM as the rows of one table, and back: for stacks that move from one to the other. */
export interface Fold {
  /** One table with these objects as its rows. */
  fold(svm: FoundObject["svm"], singles: readonly RecordedParts[]): RecordedParts;
  /** The rows of a table as objects of their own, by name. */
  unfold(svm: FoundObject["svm"], table: RecordedParts): ReadonlyMap<string, RecordedParts>;
  /** True where it is not known whether everything that is recorded was created. */
  isUnconfirmed(parts: RecordedParts): boolean;
}

/** How the rows of a kind of table become objects of their own, and objects rows. */
export function foldOf<Inputs, Wire>(
  { of: { property }, rowOf, single: singleOf }: Rows<Inputs, Wire>,
  builtIn: string | undefined,
): Fold {
  const recorded = (svm: FoundObject["svm"], own: PropertyMap, kept: Kept): RecordedParts["outputs"] =>
    outputsOf({ inputs: { ...own, svm }, computed: { svmName: svm.name, svmUuid: svm.uuid }, ...kept });
  return {
    fold(svm, singles) {
      const tableOf = (all: readonly PropertyMap[]): PropertyMap => {
        const named = all.map((one) => ({ ...rowOf(one), onRemove: one.onRemove }));
        return {
          svm,
          [property]: Object.fromEntries(named.map(({ name, values }) => [name, values])),
          ...sameOf(named.filter(({ name }) => name !== builtIn).map(({ onRemove }) => onRemove)),
        };
      };
      const kept = singles.map(({ outputs }) => keptIn(outputs));
      return {
        inputs: tableOf(singles.map(({ inputs }) => inputs)),
        outputs: recorded(svm, tableOf(singles.map(({ outputs }) => outputs)), {
          adoptedFrom: kept.find(({ adoptedFrom }) => adoptedFrom !== undefined)?.adoptedFrom,
          owner: kept.find(({ owner }) => owner !== undefined)?.owner,
        }),
      };
    },
    unfold(svm, { inputs, outputs }) {
      const { adoptedFrom, owner, notes } = keptIn(outputs);
      const [given, known] = [asObject(inputs[property]) ?? {}, asObject(outputs[property]) ?? {}];
      const single = (rows: PropertyMap, name: string): PropertyMap => {
        const table = { svm, ...(name === builtIn ? {} : { onRemove: outputs.onRemove }) };
        // What lets a change go ahead is for that change, and no part of the object.
        const { forceDisconnect: _, ...own } = singleOf(table, { name, values: asObject(rows[name]) ?? {} });
        return own;
      };
      // What a refresh found besides the table's own rows is nobody's.
      const names = Object.keys(known).filter((name) => !Object.hasOwn(notes?.unlisted ?? {}, name));
      return new Map(
        names.map((name) => [
          name,
          {
            inputs: single(given, name),
            outputs: recorded(svm, single(known, name), {
              adoptedFrom: name === builtIn ? adoptedFrom : undefined,
              owner,
            }),
          },
        ]),
      );
    },
    isUnconfirmed({ outputs }) {
      const { unconfirmed, notes } = keptIn(outputs);
      return unconfirmed === true || notes?.unconfirmed !== undefined;
    },
  };
}

type Kept = Pick<ReturnType<typeof keptIn>, "adoptedFrom" | "owner">;

/** What becomes of a removed row, where that is the same for all. */
function sameOf(all: readonly unknown[]): PropertyMap {
  const [onRemove] = all;
  return onRemove !== undefined && all.every((one) => one === onRemove) ? { onRemove } : {};
}
