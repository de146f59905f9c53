import type { ProofOptions } from "../../tools/proof/proof";

/** What one part of the proof found. */
export interface PartOutcome {
  readonly cases: number;
  /** One message for each case that went wrong. */
  readonly failures: readonly string[];
}

/** One part of the proof: an initiator or a target, and what it is to do. */
export interface Part {
  /** What is counted, as the table of the proof names it. */
  readonly name: string;
  run(options: ProofOptions): Promise<PartOutcome>;
}
