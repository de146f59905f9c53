import { stat, writeFile as writeInPlace } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { fileError } from "./file-error";

/**
 * Writes a file as a whole or not at all. `mode` 0o600 keeps it from everyone but its owner, from the first byte on.
 * Throws a FileError.
 */
export async function writeFile(file: string, text: string, mode?: number): Promise<void> {
  try {
    const there = await stat(file).catch(() => undefined);
    if (there !== undefined && !there.isFile()) {
      // A pipe or a device, such as /dev/null, is written to; renaming would put a file in its place.
      return await writeInPlace(file, text);
    }
    return await writeFileAtomic(file, text, mode === undefined ? {} : { mode });
  } catch (error) {
    throw fileError(`write ${file}`, error, { ENOENT: `the folder ${dirname(file)} does not exist` });
  }
}
