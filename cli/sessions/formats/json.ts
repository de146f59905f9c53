import type { Renderer } from ".";

/** The report itself, for programs. */
export const json: Renderer = (report) => `${JSON.stringify(report, undefined, 2)}\n`;

/** The same on one line. */
export const jsonLine: Renderer = (report) => `${JSON.stringify(report)}\n`;
