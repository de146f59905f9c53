import { existsSync, readdirSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeFile } from "../write-file";
import { importFile } from "./import-file";
import type { ImportPlan } from "./plan";
import { program } from "./program";
import { projectFiles } from "./project-files";

/** Folder below the project with a file for each password that is known, named like its config secret. */
export const SECRETS = "secrets";

const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

/** Something stands where the import would write. */
export class OccupiedError extends Error {
  override readonly name = "OccupiedError";
}

/** Throws {@link OccupiedError} where writing would lose what somebody made. */
export function refuseToOverwrite(folder: string): void {
  const occupied = ["index.ts", "import.json"].filter((name) => existsSync(join(folder, name)));
  const secrets = join(folder, SECRETS);
  if (existsSync(secrets) && readdirSync(secrets).length > 0) {
    occupied.push(SECRETS);
  }
  if (occupied.length > 0) {
    throw new OccupiedError(`${folder} has ${occupied.join(" and ")} already; --force overwrites, nothing was written`);
  }
}

/** Writes the plan, and the project's own files where they are missing; gives the names of what was written. */
export async function writePlan(folder: string, plan: ImportPlan): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const missing = Object.entries(projectFiles(folder)).filter(([name]) => !existsSync(join(folder, name)));
  for (const [name, text] of missing) {
    await writeFile(join(folder, name), text);
  }
  await rm(join(folder, SECRETS), { recursive: true, force: true });
  const known = plan.passwords.flatMap(({ secret, value }) => (value === undefined ? [] : [{ secret, value }]));
  if (known.length > 0) {
    await mkdir(join(folder, SECRETS), { mode: OWNER_ONLY.folder });
    for (const { secret, value } of known) {
      await writeFile(join(folder, SECRETS, secret), value, OWNER_ONLY.file);
    }
  }
  await writeFile(join(folder, "import.json"), importFile(plan), OWNER_ONLY.file);
  await writeFile(join(folder, "index.ts"), program(plan));
  return [...missing.map(([name]) => name), ...(known.length > 0 ? [`${SECRETS}/`] : []), "import.json", "index.ts"];
}
