import { UsageError } from "../usage-error";

/** A query of ONTAP for a name, for rows on the array and for names that only the stack knows. */
export interface NameQuery {
  /** As ONTAP reads it. */
  readonly text: string;
  /** True for a name that ONTAP would answer. */
  matches(name: string): boolean;
}

/**
 * Reads a query: names with `*` for any characters, `|` between alternatives, `!` in front of one to negate it. What
 * else ONTAP's language has (ranges, quotes, comparisons) makes no sense for a host, which may be on no array to be
 * compared there. Throws {@link UsageError}, naming the option.
 */
export function nameQuery(option: string, text: string): NameQuery {
  const alternatives = text.split("|");
  if (alternatives.some((part) => !/^!?[^\s!<>"{},]+$/.test(part)) || text.includes("..")) {
    throw new UsageError(`--${option} takes names with * for any characters, | between alternatives and ! for "not"`);
  }
  const patterns = alternatives.map((part) => {
    const negated = part.startsWith("!");
    const pattern = (negated ? part.slice(1) : part)
      .split("*")
      .map((piece) => piece.replace(/[\\^$.+?()[\]]/g, "\\$&"));
    return { negated, pattern: new RegExp(`^${pattern.join(".*")}$`, "s") };
  });
  return { text, matches: (name) => patterns.some(({ negated, pattern }) => pattern.test(name) !== negated) };
}
