import { FRONTS, type Front } from "../test/provider/provider-harness";
import type { Proof, ProofOptions } from "../tools/proof/proof";
import { survive, titleOf, WRONGS } from "./crashes/case";
import { crashesOf } from "./crashes/crashes";
import { operations } from "./crashes/operations";
import { chosen } from "./support/chosen";
import { EngineStack } from "./support/engine-stack";
import { inParallel } from "./support/in-parallel";
import { NEW, prepare } from "./support/prepared";
import { Tally } from "./support/tally";

/** Stacks of each front that are at work at once. */
const STACKS: Readonly<Record<Front, number>> = { dynamic: 2, plugin: 1 };

/** The short form: so many crashes of one operation of each front. */
const SHORT = 2;

export const proof: Proof = {
  title: "The provider and the engine, killed at every request",
  async run(options, progress) {
    const tally = new Tally(WRONGS, "with more than one command", progress);
    await Promise.all(FRONTS.map((front) => proveFront(front, options, tally, progress)));
    return tally.outcome();
  },
};

async function proveFront(
  front: Front,
  { short, seed, commands }: ProofOptions,
  tally: Tally,
  progress: (line: string) => void,
): Promise<void> {
  const tried = short ? chosen(operations, 1, seed) : operations;
  const count = commands ?? (short ? SHORT : Number.POSITIVE_INFINITY);
  const started = await Promise.allSettled(
    Array.from({ length: Math.min(STACKS[front], tried.length) }, () => EngineStack.start(front)),
  );
  const stacks = started.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
  try {
    for (const start of started) {
      if (start.status === "rejected") {
        throw start.reason;
      }
    }
    for (const stack of stacks) {
      stack.keep(NEW);
    }
    await inParallel(stacks, tried, async (stack, operation) => {
      const prepared = await prepare(stack, operation);
      const all = crashesOf(prepared.requests);
      progress(`${front}: ${operation.name}: ${Math.min(count, all.length)} of ${all.length} crashes`);
      for (const crash of chosen(all, count, seed)) {
        const { recovery, findings } = await survive(stack, prepared, crash);
        tally.add({
          title: `${front}: ${titleOf(prepared, crash)}`,
          findings,
          isAdopted: recovery.isAdopted,
          runs: recovery.commands,
        });
      }
    });
  } finally {
    await Promise.all(stacks.map((stack) => stack.stop()));
  }
}
