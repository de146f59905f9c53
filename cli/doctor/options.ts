import { oneOf, readArguments, refuseEmpty } from "../arguments";
import type { StackLocation } from "../stack/pulumi";
import { type Format, formats } from "./formats";

/** What `ontap-iscsi doctor` is asked to do. */
export interface DoctorOptions {
  readonly place: StackLocation;
  readonly format: Format;
}

/** Reads the arguments. Throws UsageError. */
export function readDoctorOptions(args: readonly string[]): DoctorOptions | "help" {
  const values = readArguments(args, {
    stack: { type: "string" },
    cwd: { type: "string" },
    format: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  const { stack, cwd, format = "text", help } = values;
  if (help) {
    return "help";
  }
  refuseEmpty(values);
  const place = { cwd: cwd ?? process.cwd(), ...(stack === undefined ? {} : { stack }) };
  return { place, format: oneOf("format", format, formats) };
}
