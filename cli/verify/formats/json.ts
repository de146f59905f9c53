import type { VerifyReport } from "../report";

/** The report itself, for programs. */
export function json({ status, provenance, credentials }: VerifyReport): string {
  return `${JSON.stringify({ status, provenance, credentials }, undefined, 2)}\n`;
}
