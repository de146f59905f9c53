import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Proof, ProofOptions, ProofOutcome } from "./proof";

/** What one run of a proof found, as `proof/results/NAME.json` keeps it. */
export interface ProofResult extends Pick<Proof, "title">, Pick<ProofOptions, "seed">, ProofOutcome {
  readonly name: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Version of Node.js. */
  readonly node: string;
}

/** The results that a folder keeps, by name. None where there is no such folder. */
export function readResults(folder: string): ProofResult[] {
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
}
