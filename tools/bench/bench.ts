import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../bootstrap/run";
import { progress } from "../progress";
import { writeResult } from "../write-result";
import { exceeded } from "./check";
import type { BenchOptions } from "./options";
import { type Result, readResult } from "./results";
import { terminalTable } from "./table";

const HOOK = join(__dirname, "../typescript-hook.js");
const MEASURE = join(__dirname, "measure.ts");

/**
 * Runs benchmarks of a folder, each in a process of its own, prints one table of all, and keeps or checks the results.
 *
 * @throws Error that names each row whose ratio is above what is kept, where that was asked.
 */
export async function runBenchmarks(folder: string, options: BenchOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const kept = join(folder, "results");
  const measured: Result[] = [];
  const out = mkdtempSync(join(tmpdir(), "ontap-iscsi-bench-"));
  try {
    for (const name of options.names) {
      const args = [MEASURE, folder, name, out, JSON.stringify(options)];
      await run(process.execPath, ["--expose-gc", "--require", HOOK, ...args], { env });
      const result = readResult(out, name);
      if (result === undefined) {
        throw new Error(`${name} left no result`);
      }
      measured.push(result);
      // At once, so that a later benchmark that fails takes nothing with it.
      if (options.keep) {
        writeResult(kept, result);
      }
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  console.log(terminalTable(measured));
  if (options.keep) {
    progress("kept in bench/results; npm run generate writes them into docs/performance.md");
  }
  if (options.check) {
    check(kept, measured);
  }
}

function check(kept: string, measured: readonly Result[]): void {
  const slower = measured.flatMap((result) => {
    const before = readResult(kept, result.name);
    if (before === undefined) {
      progress(`${result.name}: nothing is kept to compare with`);
      return [];
    }
    return exceeded(before, result);
  });
  if (slower.length > 0) {
    throw new Error(`more than 25 % above what bench/results keeps:\n${slower.join("\n")}`);
  }
}
