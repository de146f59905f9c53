import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { IMPORT_FILE, SECRETS } from "./file-names";
import { NOTES, OwnFiles } from "./own-files";

/** Names that a message lists before it counts. */
const LISTED = 10;

/** Files exist where the import would write. */
export class OccupiedError extends Error {
  override readonly name = "OccupiedError";
}

/**
 * Throws {@link OccupiedError} where an import of that program would meet files, before anybody asks the array. With `force`, those
 * that an earlier import wrote and that were not changed since are ignored.
 */
export async function refuseToOverwrite(folder: string, program: string, force: boolean): Promise<void> {
  if (force) {
    await refuseForeign(folder, [program, IMPORT_FILE]);
    return;
  }
  const occupied = [program, IMPORT_FILE].filter((name) => existsSync(join(folder, name)));
  if (secretFiles(folder).length > 0) {
    occupied.push(SECRETS);
  }
  if (occupied.length > 0) {
    throw new OccupiedError(
      `${folder} has ${occupied.join(" and ")} already; with --force what an earlier import wrote is overwritten. ` +
        "Nothing was written",
    );
  }
}

/** What earlier imports wrote. Throws {@link OccupiedError} where one of these names is anything else. */
export async function refuseForeign(folder: string, names: readonly string[]): Promise<OwnFiles> {
  const own = await OwnFiles.in(folder);
  if (own === undefined) {
    throw foreign(folder, [NOTES]);
  }
  const standings = await Promise.all(names.map(async (name) => ({ name, standing: await own.standing(name) })));
  const occupied = standings.filter(({ standing }) => standing === "foreign").map(({ name }) => name);
  if (secretsIsNoFolder(folder)) {
    occupied.push(SECRETS);
  }
  if (occupied.length > 0) {
    throw foreign(folder, occupied);
  }
  return own;
}

function foreign(folder: string, names: readonly string[]): OccupiedError {
  return new OccupiedError(
    `${folder} has files that ontap-iscsi import did not write, or that were changed since: ${listed(names)}. ` +
      "Move or delete them first; nothing was written",
  );
}

/** Names for a message: the first of many, and how many more there are. */
export function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return more > 0 ? `${names.slice(0, LISTED).join(", ")} and ${more} more` : names.join(", ");
}

/** What is in `secrets/`, by whomever, by its name relative to the folder. */
export function secretFiles(folder: string): readonly string[] {
  const secrets = join(folder, SECRETS);
  return existsSync(secrets) && !secretsIsNoFolder(folder)
    ? readdirSync(secrets).map((name) => `${SECRETS}/${name}`)
    : [];
}

function secretsIsNoFolder(folder: string): boolean {
  return statSync(join(folder, SECRETS), { throwIfNoEntry: false })?.isDirectory() === false;
}
