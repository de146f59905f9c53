import { join } from "node:path";
import { progress } from "../progress";
import { writeResult } from "../write-result";
import type { Proof, ProofOptions } from "./proof";
import type { ProofResult } from "./results";

/** Runs one proof, `FOLDER/NAME.ts`, in this process, and writes what it found to `OUT/NAME.json`. */
async function main(folder: string, name: string, out: string, options: ProofOptions): Promise<void> {
  const { proof }: { proof?: Proof } = require(join(folder, `${name}.ts`));
  if (proof === undefined) {
    throw new Error(`proof/${name}.ts exports no \`proof\``);
  }
  progress(`${name}: ${proof.title}, seed ${options.seed}`);
  const startedAt = new Date();
  const outcome = await proof.run(options, (line) => progress(`${name}: ${line}`));
  if (outcome.cases === 0) {
    throw new Error(`${name} ran no case`);
  }
  const durationMs = Date.now() - startedAt.getTime();
  const { title } = proof;
  const { seed } = options;
  const result: ProofResult = {
    name,
    title,
    seed,
    ...outcome,
    startedAt: startedAt.toISOString(),
    durationMs,
    node: process.version,
  };
  writeResult(out, result);
}

const [folder = "", name = "", out = "", options = "{}"] = process.argv.slice(2);
main(folder, name, out, JSON.parse(options)).then(
  // What a case that went wrong still waits for must not keep the process.
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
