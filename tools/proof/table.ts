import type { Cells } from "../text-table";
import type { ProofResult } from "./results";

const HEADINGS = ["proof", "cases", "seed", "result", "seconds", "counted"];
const FIGURES = new Set(["cases", "seed", "seconds"]);

/** One line for each proof. */
export function proofCells(results: readonly ProofResult[]): Cells {
  return [
    HEADINGS,
    ...results.map(({ name, cases, seed, failures, durationMs, figures }) => [
      name,
      cases.toLocaleString("en"),
      String(seed),
      failures.length === 0 ? "proven" : `${failures.length} FAILED`,
      (durationMs / 1_000).toFixed(0),
      figures
        .map(([what, value]) => `${typeof value === "number" ? value.toLocaleString("en") : value} ${what}`)
        .join(", "),
    ]),
  ];
}

/** True for the columns that hold no figure. */
export function isText(column: number): boolean {
  return !FIGURES.has(HEADINGS[column] ?? "");
}
