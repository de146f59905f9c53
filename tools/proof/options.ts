import { parseArgs } from "node:util";
import type { ProofOptions } from "./proof";

/** What `npm run proof -- ...` was asked. */
export interface ProofRun extends ProofOptions {
  /** The proofs to run, in this order. */
  readonly names: readonly string[];
  /** False where the options run something else than what docs/proof.md holds. */
  readonly keep: boolean;
}

/** Beyond what a generator of random numbers tells apart. */
const SEEDS = 2 ** 31;

/**
 * Reads the arguments of `npm run proof`.
 *
 * @param known names of all proofs, which run where none is named
 * @throws Error that says what is wrong with them, and names the proofs.
 */
export function readProofOptions(args: readonly string[], known: readonly string[]): ProofRun {
  const { values, positionals } = parse(args, known);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw usage(`no proof ${unknown.join(", ")}`, known);
  }
  const short = values.short === true;
  const commands = whole("--commands", values.commands, known);
  return {
    names: positionals.length > 0 ? positionals : known,
    seed: whole("--seed", values.seed, known) ?? Math.floor(Math.random() * SEEDS),
    short,
    commands,
    dist: values.dist,
    keep: !short && commands === undefined && values.dist === undefined,
  };
}

function parse(args: readonly string[], known: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        commands: { type: "string" },
        dist: { type: "string" },
        seed: { type: "string" },
        short: { type: "boolean" },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error), known);
  }
}

function whole(option: string, text: string | undefined, known: readonly string[]): number | undefined {
  if (text !== undefined && !/^[1-9]\d{0,8}$/.test(text)) {
    throw usage(`${option} must be a positive whole number, not "${text}"`, known);
  }
  return text === undefined ? undefined : Number(text);
}

function usage(problem: string, known: readonly string[]): Error {
  return new Error(
    `${problem}\nusage: npm run proof [-- [NAME]... [--seed N] [--commands N] [--dist DIR] [--short]]\nproofs: ${known.join(", ")}`,
  );
}
