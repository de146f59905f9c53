import { existsSync, mkdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withLock } from "../../tools/lock";
import { Scratch } from "./scratch";

describe("the lock between processes", () => {
  let scratch: Scratch;
  let lock: string;
  beforeEach(() => {
    scratch = new Scratch();
    lock = join(scratch.root, "deep", "step.lock");
  });
  afterEach(() => scratch.dispose());

  it("lets one work at a time, and tells a waiter once", async () => {
    const onWait = jest.fn();
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await sleep(300);
      inside -= 1;
    };
    await Promise.all([withLock(lock, work), withLock(lock, work, { onWait })]);
    expect(onWait).toHaveBeenCalledTimes(1);
    expect(existsSync(lock)).toBe(false);
  });

  it("is released when the work fails", async () => {
    await expect(withLock(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withLock(lock, async () => "yes")).toBe("yes");
  });

  it("is taken over from a process that died", async () => {
    mkdirSync(lock, { recursive: true });
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    expect(await withLock(lock, async () => "yes")).toBe("yes");
  });

  it("is not taken from a process that still works, however long", async () => {
    let working = true;
    const first = withLock(
      lock,
      async () => {
        await sleep(600);
        working = false;
      },
      { staleAfterMs: 200 },
    );
    await sleep(20);
    await withLock(lock, async () => expect(working).toBe(false), { staleAfterMs: 200 });
    await first;
  });
});
