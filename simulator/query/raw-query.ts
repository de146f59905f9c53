import { invalidUrl, missingAssignment } from "./refusals";

/** One `name=value` of a query. */
export interface QueryParameter {
  /** Name and value, decoded. */
  readonly name: string;
  readonly value: string;
  /** The piece of the query it came from, as the client encoded it. */
  readonly raw: string;
}

/**
 * Takes a raw query apart. `+` is a space, as form encoding has it; empty pieces (`a=1&&b=2`) say nothing.
 * Throws 262248 for a piece without `=` and 39387137 for a broken percent-encoding.
 */
export function parseRawQuery(rawQuery: string): QueryParameter[] {
  return rawQuery
    .split("&")
    .filter((raw) => raw !== "")
    .map((raw) => {
      const assignment = raw.indexOf("=");
      if (assignment === -1) throw missingAssignment(decode(raw, raw));
      const name = decode(raw.slice(0, assignment), raw);
      return { name, value: decode(raw.slice(assignment + 1), name), raw };
    });
}

function decode(text: string, blame: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw invalidUrl(blame);
  }
}
