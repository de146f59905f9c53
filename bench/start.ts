import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PluginProcess } from "../test/plugin/plugin-process";
import type { Benchmark } from "../tools/bench/benchmark";

const PLUGIN = join(__dirname, "../plugin/main.js");
const STARTS = 20;

/** The plugin as a process, next to a Node.js process that does nothing but write a line. */
export const benchmark: Benchmark = {
  title: `Start of the plugin's process: until it tells its port, and until its first answer (${STARTS} starts each)`,
  async run(report) {
    const empty: number[] = [];
    const port: number[] = [];
    const answer: number[] = [];
    // In alternation, so that whatever else the machine does meets all of them.
    for (let n = 0; n < STARTS; n += 1) {
      empty.push(await startEmpty());
      const times = await startPlugin();
      port.push(times.port);
      answer.push(times.answer);
    }
    const rows = { "empty Node.js": empty, "plugin, port": port, "plugin, first answer": answer };
    for (const [until, times] of Object.entries(rows)) {
      report({
        until,
        minMs: Math.round(Math.min(...times)),
        medianMs: Math.round(median(times)),
        maxMs: Math.round(Math.max(...times)),
        toEmpty: Number((median(times) / median(empty)).toFixed(1)),
      });
    }
  },
};

async function startEmpty(): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["-e", "console.log()"], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const ms = performance.now() - startedAt;
  await once(child, "close");
  return ms;
}

async function startPlugin(): Promise<{ port: number; answer: number }> {
  const startedAt = performance.now();
  const plugin = await PluginProcess.start(process.execPath, [PLUGIN]);
  const port = performance.now() - startedAt;
  await plugin.version();
  const answer = performance.now() - startedAt;
  await plugin.stop();
  return { port, answer };
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
