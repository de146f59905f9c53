import { oneOf, readArguments, refuseEmpty } from "../arguments";
import type { GivenOptions } from "../provenance";
import type { StackLocation } from "../stack/pulumi";
import { UsageError } from "../usage-error";
import { type Format, formats } from "./formats";
import { type NameQuery, nameQuery } from "./name-query";

/** What `ontap-iscsi sessions` is asked to do. */
export interface SessionsOptions {
  /** A stack, or the file that holds its export. */
  readonly source: StackLocation | { readonly file: string };
  readonly svm: NameQuery | undefined;
  readonly initiator: NameQuery | undefined;
  /** Fewest paths that a host of the stack may have. */
  readonly minPaths: number | undefined;
  /** Time between two looks; undefined for a single one. */
  readonly watchMs: number | undefined;
  readonly format: Format;
  /** Default: standard output. */
  readonly output: string | undefined;
  /** Whether each cluster is asked for its name and version. */
  readonly provenance: boolean;
  /** The options as they were given, for the report. */
  readonly given: GivenOptions;
}

/** Longest time between two looks, a day. */
const LONGEST_WATCH_MS = 86_400_000;

/** Reads the arguments. Throws {@link UsageError}. */
export function readSessionsOptions(args: readonly string[]): SessionsOptions | "help" {
  const values = readArguments(
    args,
    {
      stack: { type: "string" },
      cwd: { type: "string" },
      state: { type: "string" },
      svm: { type: "string" },
      initiator: { type: "string" },
      "min-paths": { type: "string" },
      watch: { type: "string" },
      format: { type: "string" },
      output: { type: "string" },
      provenance: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
    { watch: "5s" },
  );
  const { stack, cwd, state, svm, initiator, watch, format = "table", output, provenance = false, help } = values;
  if (help) {
    return "help";
  }
  refuseEmpty(values);
  if (state !== undefined && (stack !== undefined || cwd !== undefined)) {
    throw new UsageError("--state replaces the stack: give it without --stack and --cwd");
  }
  if (watch !== undefined && output !== undefined) {
    throw new UsageError("--watch prints one report after another: give it without --output");
  }
  const place = { cwd: cwd ?? process.cwd(), ...(stack === undefined ? {} : { stack }) };
  const minPaths = values["min-paths"];
  return {
    source: state === undefined ? place : { file: state },
    svm: svm === undefined ? undefined : nameQuery("svm", svm),
    initiator: initiator === undefined ? undefined : nameQuery("initiator", initiator),
    minPaths: minPaths === undefined ? undefined : pathCount(minPaths),
    watchMs: watch === undefined ? undefined : intervalMs(watch),
    format: oneOf("format", format, formats),
    output,
    provenance,
    given: Object.fromEntries(Object.entries(values)),
  };
}

function pathCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new UsageError("--min-paths must be a whole number from 1 to 9999");
  }
  return Number(text);
}

function intervalMs(text: string): number {
  const [, number, unit] = /^([1-9]\d*)(s|m)$/.exec(text) ?? [];
  const value = Number(number) * (unit === "m" ? 60_000 : 1000);
  if (!(value <= LONGEST_WATCH_MS)) {
    throw new UsageError("--watch takes seconds or minutes, such as --watch=5s or --watch=1m, up to a day");
  }
  return value;
}
