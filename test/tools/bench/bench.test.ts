import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBenchOptions } from "../../../tools/bench/options";
import { readResult } from "../../../tools/bench/results";
import { CHECKOUT } from "../../checkout";
import { type RunResult, run } from "../../engine/run";
import { Scratch } from "../scratch";

describe("the benchmarks of a folder", () => {
  const scratch = new Scratch();
  const folder = join(scratch.root, "bench");
  const results = join(folder, "results");
  beforeAll(() => mkdirSync(folder));
  afterAll(() => scratch.dispose());

  const write = (name: string, body: string) =>
    writeFileSync(
      join(folder, `${name}.ts`),
      `export const benchmark = { title: "a title", against: "nothing", async run(report: Function, options: object) { ${body} } };`,
    );
  const row = (ratio: number) =>
    `report({ what: "one", wallMs: { measured: ${ratio}, against: 1, ratio: ${ratio} } });`;

  function bench(...args: string[]): Promise<RunResult> {
    const script = `require("./tools/bench/bench").runBenchmarks(...${JSON.stringify([folder, readBenchOptions(args, ["quick", "slow", "broken", "empty"])])}, process.env)
      .catch((error) => { process.stderr.write(error.message); process.exitCode = 1; });`;
    const args0 = ["--require", join(CHECKOUT, "tools/typescript-hook.js"), "-e", script];
    return run(process.execPath, args0, { cwd: CHECKOUT, env: scratch.env() });
  }

  it("are run one by one, printed as one table and kept", async () => {
    write("quick", row(1));
    write("slow", row(2));
    const { code, stdout } = await bench("quick", "slow");
    expect(code).toBe(0);
    expect(stdout).toBe(
      "              wall  against  ratio\nquick: one  1.0 ms   1.0 ms   1.00\nslow: one   2.0 ms   1.0 ms   2.00\n",
    );
    expect(readResult(results, "slow")).toMatchObject({ name: "slow", title: "a title", against: "nothing" });
  });

  it("fail a check, by name, where a ratio is above the kept one, and keep that one", async () => {
    write("slow", row(2.6));
    const { code, stderr } = await bench("--check", "quick", "slow");
    expect(code).toBe(1);
    expect(stderr).toContain(
      "more than 25 % above what bench/results keeps:\nslow, one: the ratio of wall time is 2.6, and 2 is kept",
    );
    expect(readResult(results, "slow")?.rows[0]?.wallMs?.ratio).toBe(2);
  });

  it("pass a check where nothing is slower, and say where nothing is kept", async () => {
    write("slow", row(2.5));
    write("empty", row(9));
    const { code, stderr } = await bench("--check", "slow", "empty");
    expect(code).toBe(0);
    expect(stderr).toContain("empty: nothing is kept to compare with");
  });

  it("get the options, and keep nothing of other sizes", async () => {
    write("quick", "report({ what: JSON.stringify(options), wallMs: { measured: 1, against: 1, ratio: 1 } });");
    const { stdout } = await bench("quick", "--sizes", "7", "--rounds", "2");
    expect(stdout).toContain('"rounds":2,"sizes":[7]');
    expect(readResult(results, "quick")?.rows[0]?.what).toBe("one");
  });

  it.each([
    ["broken", 'throw new Error("the engine is gone");', "the engine is gone"],
    ["empty", "", "empty measured nothing"],
  ])("end with the error of one that fails: %s", async (name, body, message) => {
    write(name, body);
    const { code, stderr } = await bench(name);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
