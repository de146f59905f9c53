import type { Row } from "./row";

/** What the command line asked of a benchmark. */
export interface RunOptions {
  /** How often each variant is run; the figures are medians. Default 5. */
  readonly rounds: number;
  /** Numbers of hosts instead of the benchmark's own. */
  readonly sizes: readonly number[] | undefined;
  /** Also what takes most of an hour. */
  readonly full: boolean;
}

/**
 * What `bench/NAME.ts` exports as `benchmark`.
 *
 * @example
 * export const benchmark: Benchmark = {
 *   title: "Refresh of many credentials",
 *   against: "the engine with resources that do nothing",
 *   run: async (report) => report(comparedRow("500 hosts", ours, floor)),
 * };
 */
export interface Benchmark {
  /** One line: what is measured, on what. */
  readonly title: string;
  /** What each figure is measured against. */
  readonly against: string;
  /** Calls `report` with each row as soon as it is known; throws when what it measured went wrong. */
  run(report: (row: Row) => void, options: RunOptions): Promise<void>;
}
