import type { Svm } from "../state/model";

/** The rows that a tunnelled call sees: those of its SVM, or all where there is no tunnel. */
export function inScope<Row extends { readonly svm: Svm }>(
  rows: readonly Row[],
  scope: Svm | undefined,
): readonly Row[] {
  return scope === undefined ? rows : rows.filter((row) => row.svm.uuid === scope.uuid);
}
