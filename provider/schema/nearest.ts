import { distance } from "fastest-levenshtein";

/** The known name that somebody most likely meant: one with few other letters, or one that it abbreviates. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const meant = name.toLowerCase();
  const swapped = swaps(meant);
  const changesTo = (candidate: string) => {
    const other = candidate.toLowerCase();
    return swapped.has(other) ? 1 : distance(meant, other);
  };
  const near = known
    .filter((candidate) => changesTo(candidate) <= Math.max(1, name.length / 3))
    .sort((a, b) => changesTo(a) - changesTo(b));
  const longer = known.filter((candidate) => meant.length > 1 && candidate.toLowerCase().startsWith(meant));
  return near[0] ?? longer[0];
}

/** The name with two neighbours changed, for each pair of them. */
function swaps(name: string): ReadonlySet<string> {
  return new Set(
    [...name].slice(1).map((letter, index) => `${name.slice(0, index)}${letter}${name[index]}${name.slice(index + 2)}`),
  );
}
