import { parseArgs } from "node:util";
import type { RunOptions } from "./benchmark";

/** What `npm run bench -- ...` was asked. */
export interface BenchOptions extends RunOptions {
  /** The benchmarks to run, in this order. */
  readonly names: readonly string[];
  /** Compare with what is kept, instead of keeping. */
  readonly check: boolean;
  /** False where the options measure something else than what is kept. */
  readonly keep: boolean;
}

/** Runs of each variant, of which the figures are the medians. */
const ROUNDS = 5;

/**
 * Reads the arguments of `npm run bench`.
 *
 * @param known names of all benchmarks, which run where none is named
 * @throws Error that says what is wrong with them, and names the benchmarks.
 */
export function readBenchOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const { values, positionals } = parse(args, known);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw usage(`no benchmark ${unknown.join(", ")}`, known);
  }
  const [rounds = ROUNDS] = numbers("--rounds", values.rounds, known) ?? [];
  const sizes = numbers("--sizes", values.sizes, known);
  return {
    names: positionals.length > 0 ? positionals : known,
    rounds,
    sizes,
    full: values.full === true,
    check: values.check === true,
    keep: values.check !== true && rounds >= ROUNDS && sizes === undefined,
  };
}

function parse(args: readonly string[], known: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        check: { type: "boolean" },
        full: { type: "boolean" },
        rounds: { type: "string" },
        sizes: { type: "string" },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error), known);
  }
}

function numbers(option: string, text: string | undefined, known: readonly string[]): number[] | undefined {
  const values = text?.split(",").map(Number);
  if (values?.some((value) => !Number.isInteger(value) || value < 1)) {
    throw usage(`${option} must be a positive number, or several with commas between them, not "${text}"`, known);
  }
  return values;
}

function usage(problem: string, known: readonly string[]): Error {
  return new Error(
    `${problem}\nusage: npm run bench [-- [NAME]... [--check] [--full] [--sizes N,N] [--rounds N]]\n` +
      `benchmarks: ${known.join(", ")}`,
  );
}
