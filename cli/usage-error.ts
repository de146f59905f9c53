/** Wrong usage: a command or an option that is not known, lacks its value or does not go with another. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
