import type { Proof, ProofOptions, ProofOutcome } from "../tools/proof/proof";
import { calls } from "./hostile-array/calls";
import { CaseRunner, startTrap } from "./hostile-array/cases";
import type { Kind } from "./hostile-array/kind";
import { inheritedNames } from "./hostile-array/prototypes";
import { wrongBytes } from "./hostile-array/wrong-bytes";
import { wrongCodings } from "./hostile-array/wrong-codings";
import { wrongHttp } from "./hostile-array/wrong-http";
import { wrongPages } from "./hostile-array/wrong-pages";
import { wrongStatuses } from "./hostile-array/wrong-statuses";
import { wrongValues } from "./hostile-array/wrong-values";
import { inParallel } from "./support/in-parallel";
import { memoryPeak } from "./support/memory-peak";
import { randomOf } from "./support/random";

const CASES = { full: 10_000, short: 400 };
const WORKERS = 32;
/** A response of the largest size that is read, as bytes and as text, and what garbage the process leaves meanwhile. */
const MOST_MEMORY_MB = 700;

const kinds: readonly Kind[] = [
  ...wrongValues,
  ...wrongPages,
  ...wrongBytes,
  ...wrongCodings,
  ...wrongHttp,
  ...wrongStatuses,
];

/** The REST client and the functions over it, against an array that responds wrongly in every way. */
export const proof: Proof = {
  title: "Wrong responses of an array end in an error of ours or a right result",
  async run({ seed, short, commands }: ProofOptions, progress): Promise<ProofOutcome> {
    const failures: string[] = [];
    const inherited = inheritedNames();
    const trap = await startTrap();
    const runners = await Promise.all(Array.from({ length: WORKERS }, () => CaseRunner.start(trap.url)));
    const rights = new Map<string, unknown>();
    for (const call of calls) {
      rights.set(call.name, await runners[0]?.right(call));
    }
    const draw = randomOf(seed);
    const cheap = kinds.filter(({ cost }) => cost === undefined);
    const cases = Array.from({ length: commands ?? (short ? CASES.short : CASES.full) }, (_, number) => ({
      kind: cheap[number % cheap.length],
      call: draw.pick(calls),
    }));
    const costly = kinds
      .filter(({ cost }) => cost === "memory" || (cost === "time" && !short))
      .map((kind) => ({ kind, call: calls[4] }));
    const run = async (number: number, worker: number): Promise<void> => {
      const { kind, call } = [...cases, ...costly][number] ?? {};
      const runner = runners[worker];
      if (kind === undefined || call === undefined || runner === undefined) {
        throw new Error(`there is no case ${number}`);
      }
      const wrong = await runner.run({ kind, call, seed, number }, rights.get(call.name));
      const polluted = inheritedNames() === inherited ? undefined : "it changed what every object inherits";
      for (const what of [wrong, polluted]) {
        if (what !== undefined) {
          failures.push(`case ${number}, seed ${seed}, ${call.name} to ${kind.name}: ${what}`);
        }
      }
      if (number % 1_000 === 999) {
        progress(`${number + 1} of ${cases.length} responses`);
      }
    };
    const grownMb = await memoryPeak(async () => {
      await inParallel([...runners.keys()], [...cases.keys()], (worker, number) => run(number, worker));
      for (const index of costly.keys()) {
        await run(cases.length + index, 0);
      }
    });
    await Promise.all(runners.map((runner) => runner.close()));
    await trap.close();
    if (trap.hits() > 0) {
      failures.push(`${trap.hits()} requests were sent to another host than the array`);
    }
    if (grownMb > MOST_MEMORY_MB) {
      failures.push(`the memory of the process grew by ${grownMb} MB, which is more than ${MOST_MEMORY_MB}`);
    }
    return {
      cases: cases.length + costly.length,
      figures: [
        ["kinds of response", kinds.length],
        ["calls", calls.length],
        ["sent to another host", trap.hits()],
        ["memory at most, MB", grownMb],
      ],
      failures,
    };
  },
};
