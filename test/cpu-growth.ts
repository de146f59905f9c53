const ROUNDS = 3;

/**
 * How many times the CPU time of work at a size is that at a smaller one: the least of some rounds of each, in
 * alternation, so that it says the same on a machine that is slow or busy. Linear work gives about the ratio of the sizes.
 */
export async function cpuGrowth(
  [small, large]: readonly [number, number],
  work: (size: number) => unknown,
): Promise<number> {
  // The first call compiles what the others run.
  await work(small);
  const least = new Map([small, large].map((size) => [size, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [size, before] of least) {
      const startedAt = process.cpuUsage();
      await work(size);
      const { user, system } = process.cpuUsage(startedAt);
      least.set(size, Math.min(before, user + system));
    }
  }
  return (least.get(large) ?? Number.NaN) / (least.get(small) ?? Number.NaN);
}
