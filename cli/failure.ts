import { isMissingRight, OntapError } from "../provider/rest";
import { exitCode } from "./exit-codes";
import { systemReason } from "./file-error";
import { UsageError } from "./usage-error";

/** Reports the error that ended a subcommand in one line on standard error, and returns the exit code for it. */
export function failure(command: string, error: unknown): number {
  if (error instanceof UsageError) {
    return wrongUsage(`ontap-iscsi ${command}`, error.message);
  }
  process.stderr.write(`ontap-iscsi ${command}: ${messageOf(error)}\n`);
  // ONTAP answers a query that it cannot read with 400: that is a mistake in the call, not in the answer.
  const asked =
    error instanceof OntapError && error.code !== "configuration" && (error.status !== 400 || isMissingRight(error));
  return asked ? exitCode.unknown : exitCode.error;
}

/** Reports wrong usage in one line, with the call that shows the options. */
export function wrongUsage(call: string, problem: string): number {
  process.stderr.write(`${call}: ${problem}${/[.?!]$/.test(problem) ? "" : "."} See ${call} --help.\n`);
  return exitCode.wrongUsage;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const reason = systemReason(error);
  const path = "path" in error && typeof error.path === "string" ? error.path : undefined;
  return reason === undefined || path === undefined ? error.message : `could not use ${path}: ${reason}`;
}
