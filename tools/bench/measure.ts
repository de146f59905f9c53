import { join } from "node:path";
import { progress } from "../progress";
import { writeResult } from "../write-result";
import type { Benchmark, RunOptions } from "./benchmark";
import { resultOf } from "./results";
import type { Row } from "./row";
import { terminalTable } from "./table";

/** Runs one benchmark, `FOLDER/NAME.ts`, in this process, and writes its result to `OUT/NAME.json`. */
async function main(folder: string, name: string, out: string, options: RunOptions): Promise<void> {
  const { benchmark }: { benchmark?: Benchmark } = require(join(folder, `${name}.ts`));
  if (benchmark === undefined) {
    throw new Error(`bench/${name}.ts exports no \`benchmark\``);
  }
  progress(`${name}: ${benchmark.title}, against ${benchmark.against}`);
  const rows: Row[] = [];
  const startedAt = new Date();
  await benchmark.run((row) => {
    rows.push(row);
    // Without the headings, which the table at the end has.
    progress(terminalTable([resultOf(name, benchmark, [row], startedAt)]).split("\n")[1] ?? row.what);
  }, options);
  if (rows.length === 0) {
    throw new Error(`${name} measured nothing`);
  }
  writeResult(out, resultOf(name, benchmark, rows, startedAt));
}

const [folder = "", name = "", out = "", options = "{}"] = process.argv.slice(2);
main(folder, name, out, JSON.parse(options)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
