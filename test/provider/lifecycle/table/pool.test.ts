import { setTimeout as sleep } from "node:timers/promises";
import { IN_FLIGHT, pooled } from "../../../../provider/lifecycle/table/pool";

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe("Work on many items", () => {
  it("runs eight at a time, and every item once, in their order", async () => {
    const begun: number[] = [];
    let [running, most] = [0, 0];
    await pooled(numbers(50), async (n) => {
      begun.push(n);
      running += 1;
      most = Math.max(most, running);
      await sleep(n % 3);
      running -= 1;
    });
    expect(begun).toEqual(numbers(50));
    expect(most).toBe(IN_FLIGHT);
  });

  it("begins nothing more once it is stopped, and waits for what was begun", async () => {
    const done: number[] = [];
    await pooled(
      numbers(50),
      async (n) => {
        await sleep(5);
        done.push(n);
      },
      () => done.length > 0,
    );
    expect(done).toEqual(numbers(IN_FLIGHT));
  });

  it("is over at once where there is nothing to do", async () => {
    await expect(pooled([], () => Promise.reject(new Error("there is nothing")))).resolves.toBeUndefined();
  });
});
