import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Scratch } from "./scratch";

const ROOT = join(__dirname, "../..");
const FILE = "sdk/data/iscsi-sessions.ts";

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch();
});
afterAll(() => scratch.dispose());

/** Calls one function of the command with the scratch folder in the checkout's place. */
function call(name: "writeStale" | "checkGenerated"): string {
  const script = `Promise.resolve(require("./tools/commands/generate").${name}(${JSON.stringify(scratch.root)}))
    .catch((error) => process.stdout.write(error.message));`;
  return execFileSync(process.execPath, ["-e", script], { cwd: ROOT, encoding: "utf8" });
}

it("what is not there is stale, what was written is not, and what was changed by hand is named", () => {
  expect(call("checkGenerated")).toContain(`${FILE} is stale: run npm run generate`);
  call("writeStale");
  expect(call("checkGenerated")).toBe("");
  expect(readFileSync(join(scratch.root, FILE), "utf8")).toBe(readFileSync(join(ROOT, FILE), "utf8"));
  appendFileSync(join(scratch.root, FILE), "// by hand\n");
  expect(call("checkGenerated")).toBe(`${FILE} is stale: run npm run generate`);
});
