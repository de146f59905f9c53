import { join } from "node:path";
import { CHECKOUT } from "../test/checkout";
import { PluginProcess } from "../test/plugin/plugin-process";
import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import type { Usage } from "../tools/bench/measured-process";
import { emptyProcess, nodeProcess } from "../tools/bench/node-process";
import { nodeUsage } from "../tools/bench/node-usage";
import { comparedRow } from "../tools/bench/row";

const PLUGIN = join(CHECKOUT, "plugin/main.js");
const COMMAND = join(CHECKOUT, "bin/ontap-iscsi.js");
const PROVIDER = `require(${JSON.stringify(join(CHECKOUT, "dist/provider/index.js"))})`;
/** Starts for each of a benchmark's rounds, since one takes little. */
const STARTS = 4;

/** What every command waits for before it does anything. */
export const benchmark: Benchmark = {
  title: "start of a process",
  against: "a process of Node.js that does nothing",
  async run(report, { rounds }) {
    const { empty, ...starts } = await alternate(rounds * STARTS, {
      empty: emptyProcess,
      "provider of dynamic resources, loaded": () => nodeProcess(["-e", PROVIDER]),
      "plugin, until it tells its port": () => plugin(async () => {}),
      "plugin, until its first response": () => plugin((started) => started.version()),
      "ontap-iscsi --version": () => nodeProcess([COMMAND, "--version"]),
      "ontap-iscsi drift --help": () => nodeProcess([COMMAND, "drift", "--help"]),
    });
    for (const [what, runs] of Object.entries(starts)) {
      report(comparedRow(what, runs, empty));
    }
  },
};

/** The plugin as the engine starts it, until it has done that. */
async function plugin(until: (plugin: PluginProcess) => Promise<unknown>): Promise<Usage> {
  const startedAt = performance.now();
  const { result: wallMs, processes } = await nodeUsage(async ({ nodeOptions, env }) => {
    const started = await PluginProcess.start(process.execPath, [PLUGIN], { NODE_OPTIONS: nodeOptions, ...env });
    await until(started);
    const ms = performance.now() - startedAt;
    await started.stop();
    return ms;
  });
  return { wallMs, cpuMs: processes[0]?.cpuMs ?? Number.NaN };
}
