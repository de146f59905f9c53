import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject } from "../../provider/schema";
import { writeFile } from "../write-file";

/** File next to the program in which an import records what it wrote. */
export const NOTES = ".ontap-iscsi-import.json";

/** State of a file: absent, as an import wrote it, or foreign (not written by an import, or changed since). */
export type Standing = "absent" | "own" | "foreign";

/**
 * What earlier imports wrote into a folder. A file is known by its size and the time of its last change; a digest is
 * not kept, since one of a file that holds a password lets the password be guessed long after the file is gone.
 */
export class OwnFiles {
  private constructor(
    private readonly folder: string,
    private readonly stamps: ReadonlyMap<string, unknown>,
  ) {}

  /** What is noted in the folder; undefined where a file of that name is there that no import wrote. */
  static async in(folder: string): Promise<OwnFiles | undefined> {
    const text = await readFile(join(folder, NOTES), "utf8").catch(undefinedWhereAbsent);
    if (text === undefined) {
      return new OwnFiles(folder, new Map());
    }
    const stamps = asObject(asObject(parsed(text))?.written);
    return stamps === undefined ? undefined : new OwnFiles(folder, new Map(Object.entries(stamps)));
  }

  /** State of the file of that name, relative to the folder. A link or a folder always belongs to the user. */
  async standing(name: string): Promise<Standing> {
    const stamp = await stampOf(join(this.folder, name));
    if (stamp === undefined) {
      return "absent";
    }
    return stamp === this.stamps.get(name) ? "own" : "foreign";
  }

  /** Notes that these files, and no others, are as an import has just written them. */
  static async note(folder: string, names: readonly string[]): Promise<void> {
    const stamps = await Promise.all(names.map(async (name) => [name, await stampOf(join(folder, name))] as const));
    const written = Object.fromEntries(stamps.filter(([, stamp]) => stamp !== undefined && stamp !== NO_FILE));
    await writeFile(join(folder, NOTES), `${JSON.stringify({ written }, undefined, 2)}\n`);
  }
}

/** Stamp of what is not a file; no file has it. */
const NO_FILE = "";

async function stampOf(path: string): Promise<string | undefined> {
  const found = await lstat(path, { bigint: true }).catch(undefinedWhereAbsent);
  return found?.isFile() === false ? NO_FILE : found && `${found.size} bytes, ${found.mtimeNs} ns`;
}

function undefinedWhereAbsent(error: unknown): undefined {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) {
    return undefined;
  }
  throw error;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
