import { alternate } from "../../tools/bench/alternate";
import type { RunOptions } from "../../tools/bench/benchmark";
import type { MeasuredRun } from "../../tools/bench/measured-process";
import { comparedRow, type Row } from "../../tools/bench/row";
import type { Counts } from "./bench-stack";
import { growthRow } from "./growth";
import type { Side } from "./program";
import { requestsNote } from "./requests-note";
import type { SideBySide } from "./side-by-side";

/** Services of every stack of single hosts. */
const SERVICES = 50;

/** Numbers of hosts, unless the command line says otherwise. */
export const SIZES: readonly number[] = [500, 1_000, 2_000];

/** The same for commands that take minutes: with the engine's own backend of files, their time grows with the square. */
export function slowSizes({ sizes, full }: RunOptions): readonly number[] {
  return sizes ?? SIZES.filter((size) => full || size <= 1_000);
}

/** That many hosts, with the services that they are spread over. */
export function ofHosts(hosts: number): Counts {
  return { services: SERVICES, hosts };
}

/** A command that is measured at every size. */
export interface SizedCommand {
  /** Once for each size, before all runs. */
  prepare?(counts: Counts): Promise<void>;
  /** Runs the command of that side once, with what must come before each run. */
  once(side: Side, counts: Counts): Promise<MeasuredRun>;
}

/**
 * Measures a command at every size, ours and the floor's in alternation, and then how its cost grows with the size. The
 * services alone are measured, too, as what the command takes without any host.
 */
export async function atEverySize(
  both: SideBySide,
  sizes: readonly number[],
  { rounds }: RunOptions,
  report: (row: Row) => void,
  { prepare, once }: SizedCommand,
): Promise<void> {
  const runs: Record<Side, Map<number, MeasuredRun[]>> = { ours: new Map(), floor: new Map() };
  for (const hosts of [0, ...sizes]) {
    const counts = ofHosts(hosts);
    await prepare?.(counts);
    await both.array.forget();
    const { ours, floor } = await alternate(rounds, {
      ours: () => once("ours", counts),
      floor: () => once("floor", counts),
    });
    // The floor sends none.
    const note = requestsNote(await both.array.stats(), rounds);
    report(comparedRow(hosts === 0 ? "no hosts" : `${hosts.toLocaleString("en")} hosts`, ours, floor, note));
    runs.ours.set(hosts, ours);
    runs.floor.set(hosts, floor);
  }
  for (const row of [growthRow("", runs.ours), growthRow(" of the floor", runs.floor)]) {
    if (row !== undefined) {
      report(row);
    }
  }
}
