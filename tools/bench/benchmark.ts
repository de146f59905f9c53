/** What one line of a benchmark's table holds; a column is a key, with its unit in the name (`upMs`). */
export type Row = Record<string, string | number | boolean>;

/**
 * What `bench/NAME.ts` exports as `benchmark`.
 *
 * @example
 * export const benchmark: Benchmark = {
 *   title: "Refresh of many credentials",
 *   run: async (report) => { for (const count of [1, 500]) report({ count, refreshMs: await refresh(count) }); },
 * };
 */
export interface Benchmark {
  /** One line: what is measured, on what. */
  title: string;
  /** Calls `report` with each row as soon as it is known; throws when what it measured went wrong. */
  run(report: (row: Row) => void): Promise<void>;
}
