import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Scratch } from "./scratch";

const SCRIPT = resolve(__dirname, "../../tools/ci/summary.js");
const ALL_WELL = {
  success: true,
  numPassedTests: 12,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};

describe("the last line of a CI run", () => {
  let scratch: Scratch;
  beforeEach(() => {
    scratch = new Scratch();
  });
  afterEach(() => scratch.dispose());

  it.each([
    ["says what passed", {}, "12 passed, 0 failed, 0 skipped\n", 0],
    [
      "counts skipped tests and those still to write",
      { numPendingTests: 2, numTodoTests: 1 },
      "12 passed, 0 failed, 3 skipped\n",
      0,
    ],
    ["fails with a test", { success: false, numFailedTests: 1 }, "12 passed, 1 failed, 0 skipped\n", 1],
    [
      "counts a file that could not be loaded",
      { success: false, numRuntimeErrorTestSuites: 1 },
      "12 passed, 1 failed, 0 skipped\n",
      1,
    ],
    ["fails when nothing was tested", { numPassedTests: 0 }, "0 passed, 0 failed, 0 skipped\n", 1],
  ])("%s", (_, difference, line, code) => {
    const file = join(scratch.root, "result.json");
    writeFileSync(file, JSON.stringify({ ...ALL_WELL, ...difference }));
    expect(run(file)).toMatchObject({ stdout: line, status: code });
  });

  it("adds up the files of two runs, and fails where one of them is missing", () => {
    const [one, two] = [join(scratch.root, "one.json"), join(scratch.root, "two.json")];
    writeFileSync(one, JSON.stringify(ALL_WELL));
    writeFileSync(two, JSON.stringify({ ...ALL_WELL, numPassedTests: 30, numPendingTests: 1 }));
    expect(run(one, two)).toMatchObject({ stdout: "42 passed, 0 failed, 1 skipped\n", status: 0 });
    expect(run(one, join(scratch.root, "none.json"))).toMatchObject({
      stdout: "12 passed, 0 failed, 0 skipped\n",
      status: 1,
    });
  });

  it("is missing when jest never ran, which is a failure", () => {
    expect(run(join(scratch.root, "none.json"))).toMatchObject({
      stdout: "",
      stderr: expect.stringContaining("jest never ran"),
      status: 1,
    });
  });
});

function run(...files: readonly string[]) {
  return spawnSync(process.execPath, [SCRIPT, ...files], { encoding: "utf8" });
}
