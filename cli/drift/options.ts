import { oneOf, readArguments, refuseEmpty } from "../arguments";
import type { GivenOptions } from "../provenance";
import type { StackLocation } from "../stack/pulumi";
import { UsageError } from "../usage-error";
import { type GivenLoginOptions, loginArguments, readLoginOptions } from "../verify/login-options";
import { type Format, formats } from "./formats";
import { type FailOnUnmanaged, unmanagedPolicies } from "./report";

/** What `ontap-iscsi drift` is asked to do. */
export interface DriftOptions {
  /** A stack, or the file that holds its export. */
  readonly source: StackLocation | { readonly file: string };
  readonly format: Format;
  /** Default: standard output. */
  readonly output: string | undefined;
  /** Which objects in no state are drift. Default: none. */
  readonly failOnUnmanaged: FailOnUnmanaged | undefined;
  /** Whether nothing to compare is treated as unknown. */
  readonly failOnEmpty: boolean;
  /** Whether the audit log of each cluster is read for who changed what. */
  readonly who: boolean;
  /** Whether each cluster is asked for its name and version. */
  readonly provenance: boolean;
  /** How recorded passwords are verified by logins; undefined where they are not. */
  readonly verify: GivenLoginOptions | undefined;
  /** The options as they were given, for the report. */
  readonly given: GivenOptions;
}

/** Reads the arguments. Throws {@link UsageError}. */
export function readDriftOptions(args: readonly string[]): DriftOptions | "help" {
  const values = readArguments(
    args,
    {
      stack: { type: "string" },
      cwd: { type: "string" },
      state: { type: "string" },
      format: { type: "string" },
      output: { type: "string" },
      "fail-on-unmanaged": { type: "string" },
      "fail-on-empty": { type: "boolean" },
      who: { type: "boolean" },
      provenance: { type: "boolean" },
      verify: { type: "boolean" },
      ...loginArguments,
      help: { type: "boolean", short: "h" },
    },
    { "fail-on-unmanaged": "any" },
  );
  const { stack, cwd, state, format = "text", output, provenance = false, help, ...given } = values;
  if (help) {
    return "help";
  }
  refuseEmpty(values);
  if (state !== undefined && (stack !== undefined || cwd !== undefined)) {
    throw new UsageError("--state replaces the stack: give it without --stack and --cwd");
  }
  const place = { cwd: cwd ?? process.cwd(), ...(stack === undefined ? {} : { stack }) };
  const policy = given["fail-on-unmanaged"];
  return {
    source: state === undefined ? place : { file: state },
    format: oneOf("format", format, formats),
    output,
    failOnUnmanaged: policy === undefined ? undefined : oneOf("fail-on-unmanaged", policy, unmanagedPolicies),
    failOnEmpty: given["fail-on-empty"] ?? false,
    who: given.who ?? false,
    provenance,
    verify: verifyOptions(values),
    given: Object.fromEntries(Object.entries(values)),
  };
}

function verifyOptions(values: Parameters<typeof readLoginOptions>[0] & { readonly verify?: boolean | undefined }) {
  const stray = Object.keys(loginArguments).find((name) => Object.hasOwn(values, name));
  if (values.verify !== true && stray !== undefined) {
    throw new UsageError(`--${stray} is for logins: give it with --verify`);
  }
  return values.verify === true ? readLoginOptions(values) : undefined;
}
