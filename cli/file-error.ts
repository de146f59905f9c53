import { asObject, textAt } from "../provider/schema";

/** A file could not be read or written; the message is a sentence without the system's own words. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** What the system's codes mean, as a clause. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  ENOTDIR: "a part of its path is not a folder",
  EISDIR: "it is a folder",
  EEXIST: "it exists already",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its path has too many symbolic links",
};

/** What the system says of a file, as a clause; undefined for an error that is not the system's. */
export function systemReason(error: unknown, more: Readonly<Record<string, string>> = {}): string | undefined {
  const properties = asObject(error);
  const code = textAt(properties, "code");
  if (code === undefined || textAt(properties, "syscall") === undefined) {
    return undefined;
  }
  return more[code] ?? REASONS[code] ?? `the system reports ${code}`;
}

/**
 * The error for a file that could not be used: `could not read state.json: it does not exist`. `more` says what a code of
 * the system means here. Any other error stays as it is.
 */
export function fileError(operation: string, error: unknown, more: Readonly<Record<string, string>> = {}): unknown {
  const reason = systemReason(error, more);
  return reason === undefined ? error : new FileError(`could not ${operation}: ${reason}`);
}
