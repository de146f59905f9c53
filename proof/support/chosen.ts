/** A choice of so many, which follows from the seed alone. */
export function chosen<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  let state = seed >>> 0;
  const random = () => {
    // Numerical Recipes' generator: a choice of cases needs no better one.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return all
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ item }) => item);
}
