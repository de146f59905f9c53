import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { progress } from "../progress";
import type { Benchmark, Row } from "./benchmark";

const FOLDER = resolve(__dirname, "../../bench");

/** Runs `bench/NAME.ts`, prints its table and writes `bench/results/NAME.json`. */
async function main(name: string): Promise<void> {
  const { benchmark }: { benchmark?: Benchmark } = require(join(FOLDER, `${name}.ts`));
  if (!benchmark) {
    throw new Error(`bench/${name}.ts exports no \`benchmark\``);
  }
  progress(`${name}: ${benchmark.title}`);
  const rows: Row[] = [];
  const startedAt = new Date();
  await benchmark.run((row) => {
    progress(
      Object.entries(row)
        .map(([column, value]) => `${column} ${value}`)
        .join(", "),
    );
    rows.push(row);
  });
  if (rows.length === 0) {
    throw new Error(`${name} measured nothing`);
  }
  console.log(`\n${benchmark.title}`);
  console.table(rows);
  const result = {
    name,
    title: benchmark.title,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpus: cpus().length,
    rows,
  };
  mkdirSync(join(FOLDER, "results"), { recursive: true });
  writeFileSync(join(FOLDER, "results", `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

main(String(process.argv[2])).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
