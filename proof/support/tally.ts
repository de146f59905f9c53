import type { ProofOutcome } from "../../tools/proof/proof";

/** One case that was judged. */
interface Judged {
  readonly title: string;
  readonly findings: ReadonlyArray<{ readonly wrong: string; readonly what: string }>;
  /** True where a create without evidence ended in conflict, and was adopted. */
  readonly isAdopted: boolean;
  /** What each of its runs was, or failed with. */
  readonly runs: readonly string[];
}

/** Progress is told once for so many cases. */
const TOLD_EVERY = 25;

/** Counts cases and what went wrong in them. */
export class Tally {
  #cases = 0;
  #adopted = 0;
  #repeated = 0;
  readonly #wrongs: Map<string, number>;
  readonly #failures: string[] = [];

  constructor(
    wrongs: readonly string[],
    /** Name of the figure for cases of more than one run. */
    private readonly repeatedName: string,
    private readonly progress: (line: string) => void,
  ) {
    this.#wrongs = new Map(wrongs.map((wrong) => [wrong, 0]));
  }

  add({ title, findings, isAdopted, runs }: Judged): void {
    this.#cases += 1;
    this.#adopted += isAdopted ? 1 : 0;
    this.#repeated += runs.length > 1 ? 1 : 0;
    for (const wrong of new Set(findings.map((finding) => finding.wrong))) {
      this.#wrongs.set(wrong, (this.#wrongs.get(wrong) ?? 0) + 1);
    }
    if (findings.length > 0) {
      const ends = runs.map((run, index) => `\n  run ${index + 1}: ${run}`);
      const wrongs = findings.map(({ wrong, what }) => `\n  ${wrong}: ${what}`);
      this.#failures.push(`${title}${[...ends, ...wrongs].join("")}`);
    }
    if (this.#cases % TOLD_EVERY === 0) {
      this.progress(`${this.#cases} cases, ${this.#failures.length} wrong`);
    }
  }

  outcome(): ProofOutcome {
    return {
      cases: this.#cases,
      figures: [...this.#wrongs, [this.repeatedName, this.#repeated], ["conflict, then adopted", this.#adopted]],
      failures: this.#failures,
    };
  }
}
