import type { Usage } from "../../tools/bench/measured-process";
import { median } from "../../tools/bench/median";
import { compare, type Row } from "../../tools/bench/row";

/** Runs of one command, by the number of hosts; those of no hosts are what the command takes by itself. */
export type RunsBySize = ReadonlyMap<number, readonly Usage[]>;

/** Processor time that a host costs in the largest stack, next to what it costs in the smallest; undefined for one size. */
export function growthRow(whose: string, runs: RunsBySize): Row | undefined {
  const cpuMs = (size: number): number => median((runs.get(size) ?? []).map((usage) => usage.cpuMs));
  const sizes = [...runs.keys()].filter((size) => size > 0).sort((a, b) => a - b);
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)];
  if (least === most) {
    return undefined;
  }
  const perHost = (size: number): number => (cpuMs(size) - cpuMs(0)) / size;
  const count = (size: number): string => size.toLocaleString("en");
  return {
    what: `growth${whose}: a host of ${count(most)}, against one of ${count(least)}`,
    cpuMs: compare([perHost(most)], [perHost(least)]),
  };
}
