/**
 * Tests a string against a pattern given as the literal pieces between its wildcards: `["ab", "", "c"]` is `ab**c`.
 * One piece alone must equal the string; a wildcard matches any run of characters, also an empty one.
 */
export function matchesPieces(text: string, pieces: readonly string[]): boolean {
  const [first = "", ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) {
    return text === first;
  }
  if (!text.startsWith(first) || !text.endsWith(last)) {
    return false;
  }
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) {
      return false;
    }
    at = found + piece.length;
  }
  return at + last.length <= text.length;
}
