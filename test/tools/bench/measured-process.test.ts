import { childrenMs, measuredRun } from "../../../tools/bench/measured-process";

const BUSY =
  "const end = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < end) for (let n = 0; n < 1e6; n += 1);";
const NODE = process.execPath;

it("counts the processor time of a command, and of what it starts and waits for", async () => {
  const child = `require("child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(BUSY)}])`;
  const alone = await measuredRun(NODE, ["-e", BUSY]);
  const below = await measuredRun(NODE, ["-e", child]);
  expect(alone.cpuMs).toBeGreaterThanOrEqual(300);
  expect(below.cpuMs).toBeGreaterThanOrEqual(300);
});

it("counts a child that is ended by a signal, as the engine ends its providers", async () => {
  const script = `const child = require("child_process").spawn(process.execPath,
    ["-e", ${JSON.stringify(`${BUSY} console.log("done"); setInterval(() => {}, 1_000);`)}]);
    child.stdout.once("data", () => child.kill("SIGINT"));`;
  expect((await measuredRun(NODE, ["-e", script])).cpuMs).toBeGreaterThanOrEqual(300);
});

it("waiting is wall time and no processor time", async () => {
  const { wallMs, cpuMs } = await measuredRun(NODE, ["-e", "setTimeout(() => {}, 1_000)"]);
  expect(wallMs).toBeGreaterThanOrEqual(1_000);
  expect(cpuMs).toBeLessThan(900);
});

it("gives what the command printed, in its folder and environment", async () => {
  const { stdout } = await measuredRun(NODE, ["-e", "console.log(process.cwd(), process.env.WORD)"], {
    cwd: "/",
    env: { WORD: "two words" },
  });
  expect(stdout).toBe("/ two words\n");
});

it("throws with all that a failing command printed", async () => {
  const failing = "console.log('out'); console.error('err'); process.exitCode = 3";
  await expect(measuredRun(NODE, ["-e", failing])).rejects.toThrow(/ended with 3\nout\nerr\n$/);
});

it.each([
  ["0m0.000s 0m0.000s\n0m1.250s 0m0.040s\n", 1_290],
  ["0m0.00s 0m0.00s\n2m3.5s 0m0.5s\n", 124_000],
])("reads the children's line of %j", (printed, ms) => {
  expect(childrenMs(printed)).toBeCloseTo(ms);
});

it("a shell that prints something else is an error", () => {
  expect(() => childrenMs("user 1\nsys 2\n")).toThrow('the shell\'s times cannot be read: "user 1\\nsys 2\\n"');
});
