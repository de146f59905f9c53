import { existsSync } from "node:fs";
import { mkdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { writeFile } from "../write-file";
import { IMPORT_FILE, SECRETS } from "./file-names";
import { importFile } from "./import-file";
import type { Target } from "./languages";
import { refuseForeign, secretFiles } from "./occupied";
import { OwnFiles } from "./own-files";
import type { ImportPlan } from "./plan";

const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

/** What an import wrote. */
export interface Written {
  /** Names for the user; `secrets/` means all files in it. */
  readonly names: readonly string[];
  /** The files with passwords, such as `secrets/svm1-host1`. */
  readonly secrets: readonly string[];
  /** Other files that stay in `secrets/`, since no import wrote them or they were changed since. */
  readonly kept: readonly string[];
}

/**
 * Writes the plan, and the project's own files where they are missing. What an earlier import wrote is overwritten, or
 * removed where it is in this plan no more. Throws {@link OccupiedError}, with nothing written, where anything else
 * stands in the way.
 */
export async function writePlan(
  folder: string,
  plan: ImportPlan,
  target: Target,
  connection: object,
): Promise<Written> {
  const { program } = target;
  const passwords = plan.passwords.flatMap(({ secret, value }) =>
    value === undefined ? [] : [{ name: `${SECRETS}/${secret}`, value }],
  );
  const secrets = passwords.map(({ name }) => name);
  const own = await refuseForeign(folder, [program, IMPORT_FILE, ...secrets]);
  await mkdir(folder, { recursive: true });
  const missing = Object.entries(target.projectFiles(folder)).filter(([name]) => !existsSync(join(folder, name)));
  for (const [name, text] of missing) {
    await writeFile(join(folder, name), text);
  }
  const kept = await removeOthers(folder, own, new Set(secrets));
  if (secrets.length > 0) {
    await mkdir(join(folder, SECRETS), { recursive: true, mode: OWNER_ONLY.folder });
  }
  for (const { name, value } of passwords) {
    await writeFile(join(folder, name), value, OWNER_ONLY.file);
  }
  if (plan.isPiped !== true) {
    await writeFile(join(folder, IMPORT_FILE), importFile(plan), OWNER_ONLY.file);
  }
  await writeFile(join(folder, program), target.write(plan, folder, connection));
  await OwnFiles.note(folder, [program, IMPORT_FILE, ...secrets]);
  return {
    names: [
      ...missing.map(([name]) => name),
      ...(secrets.length > 0 ? [`${SECRETS}/`] : []),
      ...(plan.isPiped === true ? [] : [IMPORT_FILE]),
      program,
    ],
    secrets,
    kept,
  };
}

/** Removes what earlier imports wrote into `secrets/` and this one does not; gives the names of what is kept there. */
async function removeOthers(folder: string, own: OwnFiles, wanted: ReadonlySet<string>): Promise<readonly string[]> {
  const others = secretFiles(folder).filter((name) => !wanted.has(name));
  const kept: string[] = [];
  for (const name of others) {
    if ((await own.standing(name)) === "own") {
      await rm(join(folder, name));
    } else {
      kept.push(name);
    }
  }
  if (others.length > kept.length && secretFiles(folder).length === 0) {
    await rmdir(join(folder, SECRETS));
  }
  return kept;
}
