import { Foundations } from "../../../provider/lifecycle/foundations";
import { SVM1, SVM2 } from "./array-world";

const named = { name: "svm1" };

describe("Whoever needs an object of another resource", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** What the waiting ends with, and after how many seconds; undefined where it still goes on after a minute. */
  async function outcome(waiting: Promise<boolean>): Promise<readonly [boolean, number] | undefined> {
    let result: boolean | undefined;
    void waiting.then((value) => {
      result = value;
    });
    for (let tenths = 0; tenths < 600; tenths += 1) {
      await jest.advanceTimersByTimeAsync(100);
      if (result !== undefined) {
        return [result, Math.round(tenths / 10)];
      }
    }
    return undefined;
  }

  it("need not wait once it is there", async () => {
    const foundations = new Foundations();
    foundations.settle(undefined, named, "there");
    expect(await outcome(foundations.awaited(undefined, named))).toEqual([true, 0]);
  });

  it("waits for one that is announced until it is there", async () => {
    const foundations = new Foundations();
    foundations.announce(undefined, named);
    setTimeout(() => foundations.settle(undefined, named, "there"), 20_000);
    expect(await outcome(foundations.awaited(undefined, named))).toEqual([true, 20]);
  });

  it("waits 30 s at most", async () => {
    const foundations = new Foundations();
    foundations.announce(undefined, named);
    expect(await outcome(foundations.awaited(undefined, named))).toEqual([false, 30]);
  });

  it("gives up at once where its creation failed", async () => {
    const foundations = new Foundations();
    foundations.announce(undefined, named);
    setTimeout(() => foundations.settle(undefined, named, "failed"), 3_000);
    expect(await outcome(foundations.awaited(undefined, named))).toEqual([false, 3]);
  });

  it("waits 5 s for an announcement, since a program may come to it later", async () => {
    const foundations = new Foundations();
    expect(await outcome(foundations.awaited(undefined, named))).toEqual([false, 5]);
    setTimeout(() => foundations.announce(undefined, named), 4_000);
    setTimeout(() => foundations.settle(undefined, named, "there"), 9_000);
    expect(await outcome(foundations.awaited(undefined, named))).toEqual([true, 9]);
  });

  test.each([
    ["another cluster", "east", named],
    ["another name", undefined, { name: "svm2" }],
  ])("does not take the one of %s for it", async (_what, cluster, svm) => {
    const foundations = new Foundations();
    foundations.settle(cluster, svm, "there");
    expect(await outcome(foundations.awaited(undefined, named))).toEqual([false, 5]);
  });

  it("takes one that is called by its UUID for it where it may be the same SVM", async () => {
    const foundations = new Foundations();
    foundations.settle(undefined, { uuid: SVM1 }, "there");
    expect(await outcome(foundations.awaited(undefined, named))).toEqual([true, 0]);
    expect(await outcome(foundations.awaited(undefined, { uuid: SVM1.toUpperCase() }))).toEqual([true, 0]);
    expect(await outcome(foundations.awaited(undefined, { uuid: SVM2 }))).toEqual([false, 5]);
  });
});
