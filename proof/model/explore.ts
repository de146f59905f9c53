import fc from "fast-check";
import { beginning, command, unknowns } from "./arbitraries";
import { Claims } from "./claims";
import { knownSequences } from "./known-sequences";
import { Lane, type Tally } from "./lane";
import { Violation } from "./violation";

/** How a run of the model is set up. */
export interface Exploration {
  /** From which every sequence follows. */
  readonly seed: number;
  /** How many commands, at least. */
  readonly commands: number;
  /** Sequences that run at the same time, each on an array and a provider of its own. */
  readonly lanes: number;
  /** Folder of the build; undefined to drive this checkout's plugin. */
  readonly dist: string | undefined;
}

export interface Explored {
  readonly commands: number;
  readonly sequences: number;
  /** The first counterexample of known sequences against each rule. */
  readonly known: readonly string[];
  /** The first counterexample of random ones against each other rule, as short as it was made. */
  readonly counterexamples: readonly string[];
}

type Progress = (line: string) => void;

const LONGEST_SEQUENCE = 40;
/** Sequences that follow from one seed. */
const BATCH = 10;

/** Runs the known sequences, then random ones until there were enough commands; each rule that these break is reported once. */
export async function explore(options: Exploration, progress: Progress): Promise<Explored> {
  const tally = { commands: 0, sequences: 0 };
  const lanes = await Promise.all(Array.from({ length: options.lanes }, () => Lane.start(options.dist, tally)));
  try {
    const known = await runKnown(lanes, progress);
    const counterexamples = await runRandom(lanes, new Claims(known.keys()), options, tally, progress);
    return { ...tally, known: [...known.values()], counterexamples };
  } finally {
    await Promise.all(lanes.map((lane) => lane.stop()));
  }
}

async function runKnown([lane]: readonly Lane[], progress: Progress): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { name, rule, unknowns: answers, commands } of knownSequences) {
    try {
      await lane?.run(answers, async (world) => {
        for (const one of commands) {
          await one.run(world, world);
        }
      });
    } catch (error) {
      if (!(error instanceof Violation)) {
        throw error;
      }
      const origin = error.rule === rule ? `known before: ${name}` : `new, by commands that are known for: ${name}`;
      found.set(error.rule, found.get(error.rule) ?? counterexample(error, origin));
      progress(origin);
    }
  }
  return found;
}

async function runRandom(
  lanes: readonly Lane[],
  claims: Claims,
  options: Exploration,
  tally: Tally,
  progress: Progress,
): Promise<string[]> {
  const found: string[] = [];
  let batches = 0;
  const searchIn = async (lane: Lane): Promise<void> => {
    while (tally.commands < options.commands) {
      const seed = options.seed + batches;
      batches += 1;
      const property = propertyOf(lane, claims, () => tally.commands >= options.commands);
      const { errorInstance: error, failed } = await fc.check(property, { seed, numRuns: BATCH });
      if (error instanceof Violation) {
        found.push(counterexample(error, `seed ${seed}`));
        progress(`found: ${error.rule}`);
      } else if (failed) {
        throw error;
      }
      progress(`${tally.commands} commands`);
    }
  };
  await Promise.all(lanes.map(searchIn));
  return found;
}

function propertyOf(lane: Lane, claims: Claims, isEnough: () => boolean) {
  const sequence = fc.commands([command], { maxCommands: LONGEST_SEQUENCE, size: "max" });
  const search = claims.search();
  let isShrinking = false;
  return fc.asyncProperty(beginning, unknowns, sequence, async (first, answers, rest) => {
    if (isEnough() && !isShrinking) {
      return;
    }
    try {
      await lane.run(answers, async (world) => {
        for (const one of first) {
          await one.run(world, world);
        }
        await fc.asyncModelRun(() => ({ model: world, real: world }), rest);
      });
    } catch (error) {
      if (!(error instanceof Violation) || search.isOwn(error)) {
        isShrinking = true;
        throw error;
      }
    }
  });
}

function counterexample({ message, trail }: Violation, origin: string): string {
  const lines = trail.map((line, place) => `  ${place + 1}. ${line}`);
  return [`${message}`, ...lines, `  (${origin})`].join("\n");
}
