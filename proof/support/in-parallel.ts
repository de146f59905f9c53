/** Does the work for numbers from 0, so many at a time. Rejects with the first rejection, once all under way have ended. */
export async function inParallel(
  count: number,
  workers: number,
  work: (number: number, worker: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const ends = await Promise.allSettled(
    Array.from({ length: Math.min(workers, count) }, async (_, worker) => {
      while (next < count) {
        const number = next;
        next += 1;
        await work(number, worker);
      }
    }),
  );
  for (const end of ends) {
    if (end.status === "rejected") {
      throw end.reason;
    }
  }
}
