/** Most requests of one table that are under way at the same time. */
export const IN_FLIGHT = 8;

/**
 * Runs `work` for every item, at most {@link IN_FLIGHT} at a time, in their order. Starts no further one once
 * `isStopped` says so; what was begun is waited for.
 */
export async function pooled<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  isStopped: () => boolean = () => false,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && !isStopped()) {
      const item = items[next];
      next += 1;
      if (item !== undefined) {
        await work(item);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, items.length) }, worker));
}
