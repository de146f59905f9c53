import { oneOf, readArguments, refuseEmpty } from "../arguments";
import type { GivenOptions } from "../provenance";
import type { StackLocation } from "../stack/pulumi";
import { UsageError } from "../usage-error";
import { type Format, formats } from "./formats";
import { type GivenLoginOptions, loginArguments, readLoginOptions } from "./login-options";

/** What `ontap-iscsi verify` is asked to do. */
export interface VerifyOptions extends GivenLoginOptions {
  /** A stack, or the file that holds its export. */
  readonly source: StackLocation | { readonly file: string };
  /** Initiators whose credentials are verified; all where empty. */
  readonly only: readonly string[];
  readonly format: Format;
  /** Default: standard output. */
  readonly output: string | undefined;
  /** Whether each cluster is asked for its name and version. */
  readonly provenance: boolean;
  /** The options as they were given, for the report. */
  readonly given: GivenOptions;
}

/** Reads the arguments. Throws {@link UsageError}. */
export function readVerifyOptions(args: readonly string[]): VerifyOptions | "help" {
  const values = readArguments(args, {
    stack: { type: "string" },
    cwd: { type: "string" },
    state: { type: "string" },
    only: { type: "string", multiple: true },
    ...loginArguments,
    format: { type: "string" },
    output: { type: "string" },
    provenance: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  const { stack, cwd, state, only = [], format = "text", output, provenance = false, help } = values;
  if (help) {
    return "help";
  }
  refuseEmpty(values);
  if (state !== undefined && (stack !== undefined || cwd !== undefined)) {
    throw new UsageError("--state replaces the stack: give it without --stack and --cwd");
  }
  const place = { cwd: cwd ?? process.cwd(), ...(stack === undefined ? {} : { stack }) };
  return {
    source: state === undefined ? place : { file: state },
    only,
    ...readLoginOptions(values),
    format: oneOf("format", format, formats),
    output,
    provenance,
    given: Object.fromEntries(Object.entries(values)),
  };
}
