import { parseArgs } from "node:util";
import type { StackLocation } from "../stack/pulumi";
import { UsageError } from "../usage-error";
import { type Format, formats } from "./formats";

/** What `ontap-iscsi drift` is asked to do. */
export interface DriftOptions {
  /** A stack, or the file that holds its export. */
  readonly source: StackLocation | { readonly file: string };
  readonly format: Format;
  /** Default: standard output. */
  readonly output: string | undefined;
}

/** Reads the arguments. Throws {@link UsageError}, or what `parseArgs` throws. */
export function readDriftOptions(args: readonly string[]): DriftOptions | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stack: { type: "string" },
      cwd: { type: "string" },
      state: { type: "string" },
      format: { type: "string" },
      output: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const { stack, cwd, state, format = "text", output, help } = values;
  if (help) {
    return "help";
  }
  for (const [name, value] of Object.entries({ stack, cwd, state, output })) {
    if (value === "") {
      throw new UsageError(`--${name} must not be empty`);
    }
  }
  if (state !== undefined && (stack !== undefined || cwd !== undefined)) {
    throw new UsageError("--state stands for a stack: give it without --stack and --cwd");
  }
  const known = formats.find((name) => name === format);
  if (known === undefined) {
    throw new UsageError(`--format must be one of ${formats.join(", ")}`);
  }
  const place = { cwd: cwd ?? process.cwd(), ...(stack === undefined ? {} : { stack }) };
  return { source: state === undefined ? place : { file: state }, format: known, output };
}
