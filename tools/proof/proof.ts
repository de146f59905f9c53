/** What the command line, or the short form in `npm test`, asks of a proof. */
export interface ProofOptions {
  /** From which every random choice follows; printed with the result, so that a run can be repeated. */
  readonly seed: number;
  /** True for the short form, which `npm test` runs: the same code with fewer cases. */
  readonly short: boolean;
  /** How many commands or cases instead of the proof's own number; undefined for that number. */
  readonly commands: number | undefined;
  /** Folder of the build that is put to the test; undefined for `dist` of this checkout. */
  readonly dist: string | undefined;
}

/** What a proof found. */
export interface ProofOutcome {
  /** How many cases were run. */
  readonly cases: number;
  /** What was counted, in the order in which it is printed: `["lost", 0]`. */
  readonly figures: ReadonlyArray<readonly [name: string, value: number | string]>;
  /** One message for each case that went wrong, with what is needed to see it again; none where all is proven. */
  readonly failures: readonly string[];
}

/**
 * What `proof/NAME.ts` exports as `proof`.
 *
 * @example
 * export const proof: Proof = {
 *   title: "Every fault at every request",
 *   run: async ({ seed, short }, progress) => ({ cases: 120, figures: [["lost", 0]], failures: [] }),
 * };
 */
export interface Proof {
  /** One line: what is shown. */
  readonly title: string;
  /** Calls `progress` with a line now and then; throws only where it could not be run at all. */
  run(options: ProofOptions, progress: (line: string) => void): Promise<ProofOutcome>;
}
