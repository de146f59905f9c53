import type { Paint } from "../../color";
import type { Diagnosis } from "../finding";
import { text } from "./text";

const renderers = {
  text,
  json: (diagnosis: Diagnosis) => `${JSON.stringify(diagnosis, undefined, 2)}\n`,
} as const;

/** Name of a format. */
export type Format = keyof typeof renderers;

/** Every format, the default first. */
export const formats: readonly Format[] = ["text", "json"];

/** The diagnosis in one of the formats, ending with a line break. `paint` is for those that a terminal shows. */
export function render(format: Format, diagnosis: Diagnosis, paint: Paint): string {
  return renderers[format](diagnosis, paint);
}
