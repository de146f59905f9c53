import { OntapError } from "../../rest";
import { counted } from "./reporting";

const MOST_NAMED = 20;

/** A row that could not be changed. */
export interface RowFailure {
  readonly name: string;
  readonly error: OntapError;
}

/** How a change of many rows ended. */
export interface RowsEnd {
  /** What was tried with all of them: `change the iSCSI credentials of SVM svm1`. */
  readonly operation: string;
  readonly total: number;
  readonly failures: readonly RowFailure[];
  /** Rows that were left out, since what failed before them would meet them as well. */
  readonly untried: number;
}

/** One error for all rows that failed: names the first 20, each with its reason, and counts the rest. */
export function rowsFailure({ operation, total, failures, untried }: RowsEnd): OntapError | undefined {
  const [first] = failures;
  if (first === undefined) {
    return undefined;
  }
  const { error } = first;
  const failed = failures.length === 1 ? "1 row" : `${counted(failures.length)} rows`;
  const lines = failures.slice(0, MOST_NAMED).map(({ name, error: { reason } }) => `  - ${name}: ${reason}`);
  const more = failures.length - MOST_NAMED;
  const isSame = (key: "code" | "status" | "ontapCode") => failures.every((other) => other.error[key] === error[key]);
  return new OntapError({
    code: isSame("code") ? error.code : "api-error",
    operation,
    reason: [
      `${failed} of ${counted(total)} failed:`,
      ...lines,
      ...(more > 0 ? [`  - and ${counted(more)} more`] : []),
      ...(untried > 0 ? [`  - ${counted(untried)} were not tried after that`] : []),
      "",
    ].join("\n"),
    hint: `${hintOf(failures)}What was done is recorded; run up again to go on with the rest.`,
    ...(isSame("status") && error.status !== undefined ? { status: error.status } : {}),
    ...(isSame("ontapCode") && error.ontapCode !== undefined ? { ontapCode: error.ontapCode } : {}),
    shared: failures.every((other) => other.error.shared !== undefined) ? error.shared : undefined,
    cause: error,
  });
}

/** What the first failure says to do, where all of them say the same. */
function hintOf(failures: readonly RowFailure[]): string {
  const [first] = failures;
  const hint = first?.error.hint;
  return hint !== undefined && failures.every(({ error }) => error.hint === hint) ? `${hint} ` : "";
}
