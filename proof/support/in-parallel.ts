/** Works on every item, each lane on one at a time. Rejects with the first error, once no lane is at work any more. */
export async function inParallel<Lane, Item>(
  lanes: readonly Lane[],
  items: readonly Item[],
  work: (lane: Lane, item: Item) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const drain = async (lane: Lane) => {
    for (const item of left) {
      await work(lane, item);
    }
  };
  const ends = await Promise.allSettled(lanes.map(drain));
  for (const end of ends) {
    if (end.status === "rejected") {
      throw end.reason;
    }
  }
}
