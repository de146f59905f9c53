import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readProofOptions } from "../../../tools/proof/options";
import { readResults } from "../../../tools/proof/results";
import { CHECKOUT } from "../../checkout";
import { type RunResult, run } from "../../engine/run";
import { Scratch } from "../scratch";

describe("the proofs of a folder", () => {
  const scratch = new Scratch();
  const folder = join(scratch.root, "proof");
  const kept = () => readResults(join(folder, "results")).map(({ name }) => name);
  beforeAll(() => mkdirSync(folder));
  afterAll(() => scratch.dispose());

  const write = (name: string, body: string) =>
    writeFileSync(
      join(folder, `${name}.ts`),
      `export const proof = { title: "a title", async run(options: { seed: number }) { ${body} } };`,
    );
  const outcome = (failures: string[]) =>
    `return { cases: 1000 + options.seed, figures: [["lost", 0]], failures: ${JSON.stringify(failures)} };`;

  function prove(...args: string[]): Promise<RunResult> {
    const options = readProofOptions(["--seed", "7", ...args], ["good", "bad", "broken", "empty"]);
    const script = `require("./tools/proof/prove").prove(...${JSON.stringify([folder, options])}, process.env)
      .catch((error) => { process.stderr.write(error.message); process.exitCode = 1; });`;
    const args0 = ["--require", join(CHECKOUT, "tools/typescript-hook.js"), "-e", script];
    return run(process.execPath, args0, { cwd: CHECKOUT, env: scratch.env() });
  }

  it("are run one by one, printed as one table with their seed, and kept", async () => {
    write("good", outcome([]));
    const { code, stdout } = await prove("good");
    expect(code).toBe(0);
    expect(stdout).toBe("proof  cases  seed  result  seconds  counted\ngood   1,007     7  proven        0  0 lost\n");
    expect(kept()).toEqual(["good"]);
  });

  it("that fail say what failed, let the others run, end with 1 and are not kept", async () => {
    write("bad", outcome(["one lost", "two lost"]));
    const { code, stdout, stderr } = await prove("bad", "good");
    expect(code).toBe(1);
    expect(stdout).toContain("bad: one lost\n\nbad: two lost\n\nproof");
    expect(stdout).toMatch(/bad +1,007 +7 {2}2 FAILED/);
    expect(stdout).toMatch(/good +1,007 +7 {2}proven/);
    expect(stderr).toContain("bad failed");
    expect(kept()).toEqual(["good"]);
  });

  it.each([
    ["broken", 'throw new Error("the engine is gone");', "the engine is gone"],
    ["empty", "return { cases: 0, figures: [], failures: [] };", "empty ran no case"],
  ])("that cannot be run are named, with the reason: %s", async (name, body, message) => {
    write(name, body);
    const { code, stderr } = await prove(name);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`${name} could not be run`);
  });

  it("keep nothing where the cases were other ones", async () => {
    write("empty", outcome([]));
    expect((await prove("empty", "--short")).code).toBe(0);
    expect(kept()).toEqual(["good"]);
  });
});
