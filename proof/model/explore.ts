import fc from "fast-check";
import { DynamicFront, type Front, PluginFront } from "../support/provider-front";
import { beginning, command, unknowns } from "./arbitraries";
import { type KnownSequence, knownSequences } from "./known-sequences";
import { SimulatedArray } from "./simulated-array";
import { Violation } from "./violation";
import { World } from "./world";

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
  /** The first counterexample against each rule, as short as it was made. */
  readonly counterexamples: readonly string[];
}

const LONGEST_SEQUENCE = 40;
/** Sequences that follow from one seed. */
const BATCH = 10;

/** Runs random sequences of commands until there were enough; each rule that is broken is reported once. */
export async function explore(options: Exploration, progress: (line: string) => void): Promise<Explored> {
  const found = new Map<string, string>();
  const count = { commands: 0, sequences: 0, batches: 0 };
  const toDo = [...knownSequences];
  const lane = async (): Promise<void> => {
    const array = await SimulatedArray.start();
    const settings = { host: array.url, username: array.username, password: array.password };
    const front =
      options.dist === undefined ? await PluginFront.start(settings) : await DynamicFront.start(options.dist, settings);
    try {
      const unsupported = await unsupportedBy(front);
      for (const known of toDo.splice(0)) {
        const error = await runKnown(known, array, front, unsupported, count);
        if (error !== undefined && !found.has(error.rule)) {
          found.set(error.rule, counterexample(error, "known before"));
          progress(`found: ${error.rule}`);
        }
      }
      while (count.commands < options.commands) {
        const seed = options.seed + count.batches;
        count.batches += 1;
        const details = await fc.check(propertyOf(array, front, unsupported, options, found, count), {
          seed,
          numRuns: BATCH,
        });
        const { errorInstance: error } = details;
        if (error instanceof Violation) {
          found.set(error.rule, counterexample(error, `seed ${seed}`));
          progress(`found: ${error.rule}`);
        } else if (details.failed) {
          throw error;
        }
        progress(`${count.commands} commands`);
      }
    } finally {
      await front.stop();
      await array.close();
    }
  };
  await Promise.all(Array.from({ length: options.lanes }, lane));
  return { commands: count.commands, sequences: count.sequences, counterexamples: [...found.values()] };
}

function propertyOf(
  array: SimulatedArray,
  front: Front,
  unsupported: ReadonlySet<string>,
  options: Exploration,
  found: ReadonlyMap<string, string>,
  count: { commands: number; sequences: number },
) {
  const commands = fc.commands([command], { maxCommands: LONGEST_SEQUENCE, size: "max" });
  let isShrinking = false;
  return fc.asyncProperty(beginning, unknowns, commands, async (first, answers, rest) => {
    if (count.commands >= options.commands && !isShrinking) {
      return;
    }
    const world = await World.start(array, front, unsupported, answers);
    try {
      for (const one of first) {
        await one.run(world, world);
      }
      await fc.asyncModelRun(() => ({ model: world, real: world }), rest);
    } catch (error) {
      if (!(error instanceof Violation && found.has(error.rule))) {
        isShrinking = true;
        throw error;
      }
    } finally {
      count.commands += world.trail.length;
      count.sequences += 1;
    }
  });
}

/** What went wrong, if it did. */
async function runKnown(
  { commands, unknowns: answers }: KnownSequence,
  array: SimulatedArray,
  front: Front,
  unsupported: ReadonlySet<string>,
  count: { commands: number; sequences: number },
): Promise<Violation | undefined> {
  const world = await World.start(array, front, unsupported, answers);
  try {
    for (const command of commands) {
      await command.run(world, world);
    }
    return undefined;
  } catch (error) {
    if (error instanceof Violation) {
      return error;
    }
    throw error;
  } finally {
    count.commands += world.trail.length;
    count.sequences += 1;
  }
}

/** What a program of today can say and the build does not know. */
async function unsupportedBy(front: Front): Promise<ReadonlySet<string>> {
  await front.begin({});
  const row = { svm: { name: "svm1" }, initiator: "iqn.1998-01.com.example:host1", authenticationType: "none" };
  const { failures } = await front.host.check(
    "IscsiCredentials",
    front.sent("IscsiCredentials", {}),
    front.sent("IscsiCredentials", { ...row, onRemove: "deny" }),
  );
  return new Set(failures.length === 0 ? [] : ["onRemove"]);
}

function counterexample({ message, trail }: Violation, origin: string): string {
  const lines = trail.map((line, place) => `  ${place + 1}. ${line}`);
  return [`${message}`, ...lines, `  (${origin})`].join("\n");
}
