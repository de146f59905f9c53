import type { Usage } from "./measured-process";
import { median } from "./median";

/** A figure next to the one that it is measured against. */
export interface Comparison {
  readonly measured: number;
  readonly against: number;
  /** `measured` divided by `against`, from the values before they were rounded. */
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

/** A comparison of two figures, rounded for people. */
export function compare(measured: number, against: number): Comparison {
  return { measured: rounded(measured), against: rounded(against), ratio: Number((measured / against).toFixed(2)) };
}

/** A row of the medians of two commands that were run in alternation. */
export function comparedRow(what: string, measured: readonly Usage[], against: readonly Usage[], note?: string): Row {
  const pair = (of: (usage: Usage) => number) => compare(median(measured.map(of)), median(against.map(of)));
  return {
    what,
    wallMs: pair(({ wallMs }) => wallMs),
    cpuMs: pair(({ cpuMs }) => cpuMs),
    ...(note === undefined ? {} : { note }),
  };
}

/** Small figures keep what tells them apart. */
function rounded(value: number): number {
  return Number(value.toFixed(value < 10 ? 2 : 0));
}

/** The column of memory for processes of Node.js that were run in alternation. */
export function rssOf(
  measured: readonly { readonly rssMb: number }[],
  against: readonly { readonly rssMb: number }[],
): Comparison {
  return compare(median(measured.map(({ rssMb }) => rssMb)), median(against.map(({ rssMb }) => rssMb)));
}
