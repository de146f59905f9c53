/** Wrong usage: an option that is not known, lacks its value or does not go with another. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** True for an option that `parseArgs` does not know, or one without its value. */
export function isParseError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
