import { alternate } from "../tools/bench/alternate";
import type { Benchmark, RunOptions } from "../tools/bench/benchmark";
import type { MeasuredRun } from "../tools/bench/measured-process";
import { compare, comparedRow, type Row } from "../tools/bench/row";
import { HINT } from "./support/hint";
import { FLOOR_TITLE, type Side, tableOfHosts } from "./support/program";
import { requestsNote } from "./support/requests-note";
import { type SideBySide, withBothSides } from "./support/side-by-side";

/** Requests that are in flight at once, unless the configuration says otherwise. */
const IN_FLIGHT = 8;
const SLOW_MS = 40;

const COMMANDS = {
  up: ["up", "--yes", "--skip-preview"],
  preview: ["preview", "--expect-no-changes"],
  refresh: ["refresh", "--yes", "--skip-preview", "--expect-no-changes"],
} as const;

export const benchmark: Benchmark = {
  title: "one table of hosts: pulumi up that creates them, preview and refresh without changes",
  against: `${FLOOR_TITLE}; the wall time of an up at ${SLOW_MS} ms, the time of its requests alone, ${IN_FLIGHT} at once`,
  run: (report, options) =>
    withBothSides(tableOfHosts, async (both) => {
      for (const rows of sizes(options)) {
        await measureUp(both, rows, options, report);
        await measureUnchanged(both, rows, "preview", options, report);
        await measureUnchanged(both, rows, "refresh", options, report);
      }
    }),
};

async function measureUp(
  both: SideBySide,
  rows: number,
  { rounds }: RunOptions,
  report: (row: Row) => void,
): Promise<void> {
  const counts = { services: 1, hosts: rows };
  const up = (side: Side, latencyMs: number) => async () => {
    await both.clear(side, counts);
    await both.array.setLatency(latencyMs);
    return both.stacks[side].run(COMMANDS.up, counts);
  };
  const writesMs: number[] = [];
  const slowUp = async () => {
    const begun = new Date();
    const run = await up("ours", SLOW_MS)();
    writesMs.push(await both.array.writesTook(begun));
    return run;
  };
  await both.array.forget();
  const { ours, floor, slow } = await alternate(rounds, {
    // What comes last in a round may come first in the next; both leave the table on the array.
    floor: up("floor", 0),
    ours: up("ours", 0),
    slow: slowUp,
  });
  const note = requestsNote(await both.array.stats(), 2 * rounds);
  report(comparedRow(title(rows, "up"), ours, floor, note));
  const ideal = slow.map(() => (rows / IN_FLIGHT) * SLOW_MS);
  report({
    ...comparedRow(title(rows, `up, ${SLOW_MS} ms`), slow, floor, note),
    wallMs: compare(
      slow.map(({ wallMs }) => wallMs),
      ideal,
    ),
  });
  report({ what: title(rows, `the writes of up, ${SLOW_MS} ms`), wallMs: compare(writesMs, ideal) });
}

/** Of the stacks that `up` has just left. */
async function measureUnchanged(
  both: SideBySide,
  rows: number,
  command: "preview" | "refresh",
  { rounds }: RunOptions,
  report: (row: Row) => void,
): Promise<void> {
  const once =
    (side: Side, latencyMs: number, nodeOptions = "") =>
    async (): Promise<MeasuredRun> => {
      await both.array.setLatency(latencyMs);
      return both.stacks[side].run(COMMANDS[command], { services: 1, hosts: rows }, { nodeOptions });
    };
  await both.array.forget();
  const { ours, floor, slow, hinted, hintedFloor } = await alternate(rounds, {
    ours: once("ours", 0),
    floor: once("floor", 0),
    slow: once("ours", SLOW_MS),
    hinted: once("ours", 0, HINT),
    hintedFloor: once("floor", 0, HINT),
  });
  const note = requestsNote(await both.array.stats(), 3 * rounds);
  report(comparedRow(title(rows, command), ours, floor, note));
  report(comparedRow(title(rows, `${command}, with the hint`), hinted, hintedFloor, note));
  report(comparedRow(title(rows, `${command}, ${SLOW_MS} ms`), slow, floor, note));
}

function sizes({ sizes: given, full }: RunOptions): readonly number[] {
  return given ?? (full ? [2_000, 10_000] : [2_000]);
}

function title(rows: number, what: string): string {
  return `${rows.toLocaleString("en")} rows: ${what}`;
}
