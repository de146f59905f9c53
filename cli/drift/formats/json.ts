import type { DriftReport } from "../report";

/** The report itself, for programs. */
export function json(report: DriftReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
