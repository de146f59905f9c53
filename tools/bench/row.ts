import type { Usage } from "./measured-process";
import { median } from "./median";

/** A figure next to the one that it is measured against. */
export interface Comparison {
  /** The median of all rounds. */
  readonly measured: number;
  /** The same of what it is measured against. */
  readonly against: number;
  /** The median of each round's ratio: what the machine does for a minute reaches both sides of a round. */
  readonly ratio: number;
}

/** One line of a benchmark's table. */
export interface Row {
  /** What was measured, unique within the benchmark. */
  readonly what: string;
  /** Wall time, in milliseconds. */
  readonly wallMs?: Comparison;
  /** Processor time, user and system, of all processes, in milliseconds. */
  readonly cpuMs?: Comparison;
  /** The largest resident set of a process, in megabytes (10^6 bytes). */
  readonly rssMb?: Comparison;
  /** What else was seen, such as the number of requests. */
  readonly note?: string;
}

/** The columns of a row that hold a comparison. */
export const FIGURES = ["wallMs", "cpuMs", "rssMb"] as const;

/** Compares two figures, each with a value for every round, and rounds them for people. */
export function compare(measured: readonly number[], against: readonly number[]): Comparison {
  if (measured.length !== against.length) {
    throw new Error(`${measured.length} rounds cannot be compared with ${against.length}`);
  }
  const ratios = measured.map((value, round) => value / (against[round] ?? Number.NaN));
  return {
    measured: rounded(median(measured)),
    against: rounded(median(against)),
    ratio: Number(median(ratios).toFixed(2)),
  };
}

/** A row of two commands that were run in alternation. */
export function comparedRow(what: string, measured: readonly Usage[], against: readonly Usage[], note?: string): Row {
  const pair = (of: (usage: Usage) => number) => compare(measured.map(of), against.map(of));
  return {
    what,
    wallMs: pair(({ wallMs }) => wallMs),
    cpuMs: pair(({ cpuMs }) => cpuMs),
    ...(note === undefined ? {} : { note }),
  };
}

/** The column of memory for processes of Node.js that were run in alternation. */
export function rssOf(
  measured: readonly { readonly rssMb: number }[],
  against: readonly { readonly rssMb: number }[],
): Comparison {
  return compare(
    measured.map(({ rssMb }) => rssMb),
    against.map(({ rssMb }) => rssMb),
  );
}

/** The median of each round's difference. */
export function difference(measured: readonly number[], against: readonly number[]): number {
  return median(measured.map((value, round) => value - (against[round] ?? Number.NaN)));
}

/** Small figures keep what tells them apart. */
function rounded(value: number): number {
  return Number(value.toFixed(value < 10 ? 2 : 0));
}
