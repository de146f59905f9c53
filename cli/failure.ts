import { OntapError } from "../provider/rest";
import { UsageError } from "./usage-error";

/** What `ontap-iscsi` ends with. Public: CI jobs branch on these. */
export const exitCode = { done: 0, error: 1, drift: 2, couldNotTell: 3, wrongUsage: 64 } as const;

/** Reports the error that ended a subcommand on standard error, and gives the exit code for it. */
export function failure(command: string, error: unknown, usage: string): number {
  const wrongUsage = error instanceof UsageError || isParseError(error);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`ontap-iscsi ${command}: ${message}\n${wrongUsage ? `\n${usage}` : ""}`);
  if (wrongUsage) {
    return exitCode.wrongUsage;
  }
  // ONTAP answers a query that it cannot read with 400: that is a mistake in the call, not in the answer.
  const asked = error instanceof OntapError && error.code !== "configuration" && error.status !== 400;
  return asked ? exitCode.couldNotTell : exitCode.error;
}

/** An option that `parseArgs` does not know, or one without its value. */
function isParseError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
