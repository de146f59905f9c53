import { emptyProcess, nodeProcess } from "../../../tools/bench/node-process";
import { nodeUsage } from "../../../tools/bench/node-usage";
import { run } from "../../engine/run";

it("a process reports its processor time and its largest memory", async () => {
  const empty = await emptyProcess();
  const filled = await nodeProcess(["-e", "globalThis.kept = Buffer.alloc(200e6, 1)"]);
  expect(empty.cpuMs).toBeGreaterThan(0);
  expect(filled.rssMb - empty.rssMb).toBeGreaterThan(150);
});

it("a process has nothing of the caller's environment", async () => {
  process.env.BENCH_STRANGER = "here";
  const { stdout } = await nodeProcess(["-e", "console.log(process.env.BENCH_STRANGER, process.env.OWN)"], {
    OWN: "own",
  });
  expect(stdout).toBe("undefined own\n");
});

it("a process that starts another is no single process", async () => {
  const script = "require('child_process').spawnSync(process.execPath, ['-e', ''])";
  await expect(nodeProcess(["-e", script])).rejects.toThrow("2 reported what they took");
});

it.each(["SIGINT", "SIGTERM"])(
  "a process that %s ends reports once, with or without a handler of its own",
  async (signal) => {
    const kill = `process.kill(process.pid, "${signal}"); setTimeout(() => {}, 5_000);`;
    const scripts = [kill, `process.on("${signal}", () => process.exit(7)); ${kill}`];
    for (const [index, script] of scripts.entries()) {
      const { result, processes } = await nodeUsage(({ nodeOptions, env }) =>
        run(process.execPath, ["-e", script], { cwd: "/", env: { ...env, NODE_OPTIONS: nodeOptions } }),
      );
      expect(result.code).toBe([1, 7][index]);
      expect(processes).toHaveLength(1);
    }
  },
);
