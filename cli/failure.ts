import { OntapError } from "../provider/rest";
import { exitCode } from "./exit-codes";
import { isParseError, UsageError } from "./usage-error";

/** Reports the error that ended a subcommand on standard error, and returns the exit code for it. */
export function failure(command: string, error: unknown, usage: string): number {
  const wrongUsage = error instanceof UsageError || isParseError(error);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`ontap-iscsi ${command}: ${message}\n${wrongUsage ? `\n${usage}` : ""}`);
  if (wrongUsage) {
    return exitCode.wrongUsage;
  }
  // ONTAP answers a query that it cannot read with 400: that is a mistake in the call, not in the answer.
  const asked = error instanceof OntapError && error.code !== "configuration" && error.status !== 400;
  return asked ? exitCode.unknown : exitCode.error;
}
