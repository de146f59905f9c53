/** A string that another wrote, for a message: of bounded length, and without what could steer a terminal. */
export function printable(text: string, longest: number): string {
  const shown = visible(text.slice(0, longest), "?");
  return text.length > longest ? `${shown}...` : shown;
}

/** A string with a replacement for every character that cannot be seen or changes how others are shown. */
export function visible(text: string, replacement: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, replacement);
}
