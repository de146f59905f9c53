import { setTimeout as sleep } from "node:timers/promises";
import { inParallel } from "../../../proof/support/in-parallel";

test("every item is worked on once, by one lane, which does one at a time", async () => {
  const busy = new Set<string>();
  const done: number[] = [];
  await inParallel(["a", "b"], [1, 2, 3, 4, 5], async (lane, item) => {
    expect(busy).not.toContain(lane);
    busy.add(lane);
    await sleep(item);
    busy.delete(lane);
    done.push(item);
  });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});

test("what a lane fails with is told once the others are done", async () => {
  const done: number[] = [];
  const work = async (_lane: string, item: number) => {
    if (item === 1) {
      throw new Error("item 1");
    }
    await sleep(20);
    done.push(item);
  };
  await expect(inParallel(["a", "b"], [1, 2, 3], work)).rejects.toThrow("item 1");
  expect(done).toEqual([2, 3]);
});
