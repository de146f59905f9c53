import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes what a benchmark or a proof found to `NAME.json`; makes the folder where it is missing. */
export function writeResult(folder: string, result: { readonly name: string }): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
