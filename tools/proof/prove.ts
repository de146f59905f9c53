import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../bootstrap/run";
import { textTable } from "../text-table";
import { writeResult } from "../write-result";
import type { ProofRun } from "./options";
import { type ProofResult, readResults } from "./results";
import { isText, proofCells } from "./table";

const HOOK = join(__dirname, "../typescript-hook.js");
const RUN_ONE = join(__dirname, "run-one.ts");

/**
 * Runs proofs of a folder, each in a process of its own, and prints what failed and one table of all.
 *
 * @throws Error that names each proof that failed or could not be run; the others have been run all the same.
 */
export async function prove(folder: string, options: ProofRun, env: NodeJS.ProcessEnv): Promise<void> {
  const proven: ProofResult[] = [];
  const broken: string[] = [];
  const out = mkdtempSync(join(tmpdir(), "ontap-iscsi-proof-"));
  try {
    for (const name of options.names) {
      const args = [RUN_ONE, folder, name, out, JSON.stringify(options)];
      await run(process.execPath, ["--expose-gc", "--require", HOOK, ...args], { env }).catch(() => broken.push(name));
      const result = readResults(out).find((one) => one.name === name);
      if (result !== undefined) {
        proven.push(result);
        for (const failure of result.failures) {
          console.log(`${name}: ${failure}\n`);
        }
        if (options.keep && result.failures.length === 0) {
          writeResult(join(folder, "results"), result);
        }
      }
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  console.log(textTable(proofCells(proven), isText));
  const failed = proven.filter(({ failures }) => failures.length > 0).map(({ name }) => `${name} failed`);
  const problems = [...broken.map((name) => `${name} could not be run`), ...failed];
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
}
