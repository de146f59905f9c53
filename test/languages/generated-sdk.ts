import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureEngine } from "../../tools/engine";
import { generateSdk } from "../../tools/engine/sdk";
import { CHECKOUT } from "../checkout";

/** The schema of this package, as its plugin gives it to the engine. */
const SCHEMA = join(CHECKOUT, "plugin", "schema.json");

/**
 * Writes this package's SDK into a folder of its own.
 *
 * @param root where that folder goes
 * @returns the folder
 */
export async function generatedSdk(language: "python" | "go", root: string): Promise<string> {
  const home = mkdtempSync(join(root, "home-"));
  return generateSdk(await ensureEngine(), language, SCHEMA, root, { ...process.env, PULUMI_HOME: home });
}

/** A folder for what a test generates and builds. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "ontap-iscsi-language-"));
}
