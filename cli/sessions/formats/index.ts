import type { Paint } from "../../color";
import type { SessionsReport } from "../report";
import { json, jsonLine } from "./json";
import { markdown } from "./markdown";
import { table } from "./table";

/** Writes a report down. `paint` is for formats that a terminal shows. */
export type Renderer = (report: SessionsReport, paint: Paint) => string;

const renderers = { table, json, markdown } as const satisfies Record<string, Renderer>;

/** Name of a format. */
export type Format = keyof typeof renderers;

/** Every format, the default first. */
export const formats: readonly Format[] = ["table", "json", "markdown"];

/** The report in one of the formats, ending with a line break. */
export const render = (format: Format): Renderer => renderers[format];

/** The same for a report that others follow: JSON is then one line for each report. */
export const renderInSeries = (format: Format): Renderer => (format === "json" ? jsonLine : renderers[format]);
