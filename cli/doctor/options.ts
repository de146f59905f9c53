import { parseArgs } from "node:util";
import type { GivenOptions } from "../provenance";
import type { StackLocation } from "../stack/pulumi";
import { UsageError } from "../usage-error";
import { type Format, formats } from "./formats";

/** What `ontap-iscsi doctor` is asked to do. */
export interface DoctorOptions {
  readonly place: StackLocation;
  readonly format: Format;
  /** The options as they were given, for the report. */
  readonly given: GivenOptions;
}

/** Reads the arguments. Throws {@link UsageError}, or what `parseArgs` throws. */
export function readDoctorOptions(args: readonly string[]): DoctorOptions | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stack: { type: "string" },
      cwd: { type: "string" },
      format: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const { stack, cwd, format = "text", help } = values;
  if (help) {
    return "help";
  }
  for (const [name, value] of Object.entries({ stack, cwd })) {
    if (value === "") {
      throw new UsageError(`--${name} must not be empty`);
    }
  }
  const known = formats.find((name) => name === format);
  if (known === undefined) {
    throw new UsageError(`--format must be one of ${formats.join(", ")}`);
  }
  return {
    place: { cwd: cwd ?? process.cwd(), ...(stack === undefined ? {} : { stack }) },
    format: known,
    given: values,
  };
}
