import fc from "fast-check";
import { SvmLocks } from "../../../provider/lifecycle/svm-locks";

/** Work that runs until it is told to end, and notes when it starts and ends. */
function workbench() {
  const locks = new SvmLocks();
  const log: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const start = (name: string, exclusive: boolean, svm = "svm1"): Promise<string> =>
    locks.run(svm, exclusive, async () => {
      log.push(`+${name}`);
      await new Promise<void>((resolve, reject) => {
        ends.set(name, (error) => (error === undefined ? resolve() : reject(error)));
      });
      log.push(`-${name}`);
      return name;
    });
  const end = async (name: string, error?: Error): Promise<void> => {
    ends.get(name)?.(error);
    await settled();
  };
  return { log, start, end };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("Changes on one SVM", () => {
  it("that exclude nothing run beside one another", async () => {
    const { log, start } = workbench();
    void start("a", false);
    void start("b", false);
    await settled();
    expect(log).toEqual(["+a", "+b"]);
  });

  it("that exclude others wait for all before them, and hold up all behind them", async () => {
    const { log, start, end } = workbench();
    for (const [name, exclusive] of [
      ["a", false],
      ["b", false],
      ["X", true],
      ["c", false],
      ["Y", true],
    ] as const) {
      void start(name, exclusive);
    }
    await settled();
    await end("a");
    expect(log).toEqual(["+a", "+b", "-a"]);
    await end("b");
    await end("X");
    await end("c");
    expect(log.slice(3)).toEqual(["-b", "+X", "-X", "+c", "-c", "+Y"]);
  });

  it("give back what the work gives, and go on after a failure", async () => {
    const { start, end } = workbench();
    const failing = start("X", true);
    const next = start("a", false);
    await settled();
    const failure = expect(failing).rejects.toThrow("refused");
    await end("X", new Error("refused"));
    await failure;
    await end("a");
    await expect(next).resolves.toBe("a");
  });

  it("never wait for another SVM", async () => {
    const { log, start } = workbench();
    void start("X", true, "svm1");
    void start("Y", true, "svm2");
    await settled();
    expect(log).toEqual(["+X", "+Y"]);
  });

  it("in any order never run an exclusive one beside another", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 12 }), fc.scheduler(), async (kinds, scheduler) => {
        const locks = new SvmLocks();
        const running: boolean[] = [];
        const all = kinds.map((exclusive) =>
          locks.run("svm1", exclusive, async () => {
            expect(running.length === 0 || !(exclusive || running.includes(true))).toBe(true);
            running.push(exclusive);
            await scheduler.schedule(Promise.resolve());
            running.splice(running.indexOf(exclusive), 1);
          }),
        );
        await scheduler.waitFor(Promise.all(all));
        expect(running).toEqual([]);
      }),
    );
  });
});

describe("The cost of a change on one SVM", () => {
  /** The shortest of three rounds, in milliseconds: noise only ever adds. */
  const shortest = async (round: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let n = 0; n < 3; n++) {
      const startedAt = performance.now();
      await round();
      times.push(performance.now() - startedAt);
    }
    return Math.min(...times);
  };

  it.each([
    ["one after another", false],
    ["all at once", true],
  ])("is the same whether 2,500 or 25,000 go %s", async (_how, atOnce) => {
    const changes = (count: number) => async () => {
      const locks = new SvmLocks();
      const work = () => locks.run("svm1", false, () => Promise.resolve());
      if (atOnce) {
        await Promise.all(Array.from({ length: count }, work));
      } else {
        for (let n = 0; n < count; n++) {
          await work();
        }
      }
      await locks.run("svm1", true, () => Promise.resolve());
    };
    await changes(2_500)();
    const [few, many] = [await shortest(changes(2_500)), await shortest(changes(25_000))];
    // Ten times as many: about 10 where the cost is the same, 100 and more where each looks at all before it.
    expect(many / few).toBeLessThan(40);
  });
});
