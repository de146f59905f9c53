import { deepEqual } from "../../schema/property-map";
import type { CommonInputs, ObjectKey } from "../definition";
import { isStillClaimed } from "./reached";
import type { RowNotes } from "./rows";
import { rowKey, rowOf, type TableInputs, type TableShape, valuesOf } from "./shape";
import { canonicalName } from "./table-wire";

/** What is to be done with one row. */
export type Step<Row> =
  /** It is in no state: nobody of ours has made it yet. */
  | { readonly kind: "create"; readonly name: string; readonly want: Row }
  /** It is there, and is to be another. */
  | { readonly kind: "change"; readonly name: string; readonly have: Row; readonly want: Row }
  /** It is there, and is to go; `left` is what is to stay of it. */
  | { readonly kind: "remove"; readonly name: string; readonly have: Row; readonly left: Row | undefined };

/** What turns the rows of one table into those of another; without `want` all of them go. Rows that are alike are left. */
export function stepsBetween<Inputs extends TableInputs, Row extends CommonInputs, RowWire>(
  shape: TableShape<Inputs, Row, RowWire>,
  key: ObjectKey,
  have: Inputs,
  want: Inputs | undefined,
  svmName: string,
  { unlisted = {} }: RowNotes = {},
): ReadonlyArray<Step<Row>> {
  const { row } = shape;
  const [before, after] = [shape.rowsIn(have), want === undefined ? {} : shape.rowsIn(want)];
  const names = new Map(Object.keys(before).map((name) => [canonicalName(name), name]));
  const wanted = new Set(Object.keys(after).map(canonicalName));
  const claims = isStillClaimed(have, want);
  const foreign = new Map(Object.keys(unlisted).map((name) => [canonicalName(name), name]));
  const steps: Step<Row>[] = [];
  for (const [name, values] of Object.entries(want === undefined ? {} : after)) {
    const known = names.get(canonicalName(name));
    const found =
      known === undefined && (claims || want?.adopt === true) ? foreign.get(canonicalName(name)) : undefined;
    const old = known !== undefined ? before[known] : found === undefined ? undefined : unlisted[found];
    if (want === undefined || (old !== undefined && found === undefined && deepEqual(old, values))) {
      continue;
    }
    const wantRow = rowOf(shape, want, name, values);
    if (old === undefined) {
      steps.push({ kind: "create", name, want: wantRow });
      continue;
    }
    const haveRow = rowOf(shape, have, known ?? name, old);
    if (row.changes(rowKey(key, name), haveRow, wantRow, svmName).length > 0) {
      steps.push({ kind: "change", name, have: haveRow, want: wantRow });
    }
  }
  const lost = [
    ...Object.entries(before).filter(([name]) => !wanted.has(canonicalName(name))),
    ...(claims
      ? Object.entries(unlisted).filter(([name]) => !wanted.has(canonicalName(name)) && !names.has(canonicalName(name)))
      : []),
  ];
  for (const [name, values] of lost) {
    const haveRow = rowOf(shape, want ?? have, name, values);
    steps.push({ kind: "remove", name, have: haveRow, left: row.leaves?.(haveRow) });
  }
  return steps;
}

/** The rows on the SVM that the table lacks and that are not to be there, by their names; none where they are kept. */
export function unlistedRows<Inputs extends TableInputs, Row extends CommonInputs, RowWire>(
  shape: TableShape<Inputs, Row, RowWire>,
  inputs: Inputs,
  rows: ReadonlyMap<string, RowWire>,
  names: readonly string[] = Object.keys(shape.rowsIn(inputs)),
): Readonly<Record<string, object>> {
  if (inputs.unlisted !== "remove") {
    return {};
  }
  const { row } = shape;
  const listed = new Set(names.map(canonicalName));
  const strangers = [...rows].flatMap(([canonical, wire]) => {
    const { name = "" } = row.keyOf(wire);
    if (listed.has(canonical) || name === row.builtIn?.name) {
      return [];
    }
    const values = valuesOf(shape, row.observed(wire, undefined));
    const single = rowOf(shape, inputs, name, values);
    const left = row.leaves?.(single);
    // What a removal would leave as it is, nobody has to remove.
    const isLeft = left !== undefined && deepEqual(valuesOf(shape, left), valuesOf(shape, row.withoutSecrets(single)));
    return isLeft ? [] : [[name, values] as const];
  });
  return Object.fromEntries(strangers);
}
