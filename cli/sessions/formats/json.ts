import type { Renderer } from ".";

/** The report itself, for programs. */
export const json: Renderer = (report, provenance) => `${JSON.stringify({ ...report, provenance }, undefined, 2)}\n`;

/** The same on one line. */
export const jsonLine: Renderer = (report, provenance) => `${JSON.stringify({ ...report, provenance })}\n`;
