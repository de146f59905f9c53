/**
 * Runs every variant once, then every variant again, so that whatever else the machine does reaches all of them. Every
 * other round runs in reverse order, since what comes second finds warm caches.
 *
 * @returns by variant, one result for each round
 */
export async function alternate<Name extends string, Result>(
  rounds: number,
  variants: Readonly<Record<Name, () => Promise<Result>>>,
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(variants).filter((name): name is Name => Object.hasOwn(variants, name));
  const results: Partial<Record<Name, Result[]>> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const before = results[name] ?? [];
      results[name] = [...before, await variants[name]()];
    }
  }
  const complete = (value: Partial<Record<Name, Result[]>>): value is Record<Name, Result[]> =>
    names.every((name) => name in value);
  if (!complete(results)) {
    throw new Error(`nothing is measured in ${rounds} rounds`);
  }
  return results;
}
