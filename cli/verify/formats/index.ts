import { type Paint, plain } from "../../color";
import type { VerifyReport } from "../report";
import { json } from "./json";
import { junit } from "./junit";
import { markdown } from "./markdown";
import { sarif } from "./sarif";
import { text } from "./text";

/** Writes a report down. `paint` is for formats that a terminal shows. */
type Renderer = (report: VerifyReport, paint: Paint) => string | Promise<string>;

const renderers = { text, json, markdown, junit, sarif } as const satisfies Record<string, Renderer>;

/** Name of a format. */
export type Format = keyof typeof renderers;

/** Every format, the default first. */
export const formats: readonly Format[] = ["text", "json", "markdown", "junit", "sarif"];

/** The report in one of the formats, ending with a line break. */
export async function render(format: Format, report: VerifyReport, paint: Paint = plain): Promise<string> {
  return renderers[format](report, paint);
}
