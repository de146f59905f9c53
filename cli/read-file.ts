import { readFile as read } from "node:fs/promises";
import { fileError } from "./file-error";

/** The content of a file that the user named. Throws a FileError. */
export async function readFile(file: string): Promise<Buffer> {
  try {
    return await read(file);
  } catch (error) {
    throw fileError(`read ${file}`, error);
  }
}
