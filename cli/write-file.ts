import { stat, writeFile as writeInPlace } from "node:fs/promises";
import writeFileAtomic from "write-file-atomic";

/**
 * Writes a file as a whole or not at all. `mode` 0o600 keeps it from everyone but its owner, from the first byte on.
 */
export async function writeFile(file: string, text: string, mode?: number): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there !== undefined && !there.isFile()) {
    // A pipe or a device, such as /dev/null, is written to; renaming would put a file in its place.
    return writeInPlace(file, text);
  }
  return writeFileAtomic(file, text, mode === undefined ? {} : { mode });
}
