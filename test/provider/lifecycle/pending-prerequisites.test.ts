import { PendingPrerequisites, type WaitEnd } from "../../../provider/lifecycle/pending-prerequisites";
import { Slots } from "../../../provider/lifecycle/slots";
import { SVM1, SVM2 } from "../../names";

const named = { name: "svm1" };

describe("Whoever needs an object of another resource", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** What the waiting ends with, and after how many seconds; undefined where it still goes on after a minute. */
  async function outcome(waiting: Promise<WaitEnd>): Promise<readonly [WaitEnd, number] | undefined> {
    let result: WaitEnd | undefined;
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
  const runs = (slots: Slots) => void slots.run(() => new Promise(() => {}));

  it("need not wait once it is there", async () => {
    const prerequisites = new PendingPrerequisites();
    prerequisites.settle(undefined, named, "there");
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["there", 0]);
  });

  it("waits for one whose creation has begun until it is there", async () => {
    const prerequisites = new PendingPrerequisites();
    prerequisites.begin(undefined, named);
    setTimeout(() => prerequisites.settle(undefined, named, "there"), 20_000);
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["there", 20]);
  });

  it("waits 30 s at most", async () => {
    const prerequisites = new PendingPrerequisites();
    prerequisites.begin(undefined, named);
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["late", 30]);
  });

  it("gives up at once where its creation failed", async () => {
    const prerequisites = new PendingPrerequisites();
    prerequisites.begin(undefined, named);
    setTimeout(() => prerequisites.settle(undefined, named, "failed"), 3_000);
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["failed", 3]);
  });

  it("waits 5 s for an announcement, since a program may come to it later, and then 5 s for the beginning", async () => {
    const prerequisites = new PendingPrerequisites();
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["none", 5]);
    setTimeout(() => prerequisites.register(undefined, named), 4_000);
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["none", 9]);
  });

  it("waits for the beginning as long as the engine begins other steps", async () => {
    const slots = new Slots();
    const prerequisites = new PendingPrerequisites(slots);
    prerequisites.register(undefined, named);
    for (const second of [3, 6, 9]) {
      setTimeout(() => runs(slots), second * 1_000);
    }
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["none", 14]);
    for (const second of [3, 6, 9, 12, 15, 18, 21, 24, 27]) {
      setTimeout(() => runs(slots), second * 1_000);
    }
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["late", 30]);
  });

  it("leaves a slot of the engine free for the beginning, and needs none once that is past", async () => {
    const slots = new Slots();
    const prerequisites = new PendingPrerequisites(slots);
    const wait = () => {
      runs(slots);
      return outcome(prerequisites.waitFor(undefined, named));
    };
    prerequisites.register(undefined, named);
    const ends = await Promise.all(Array.from({ length: 8 }, wait));
    expect(ends.map((end) => end?.[0])).toEqual([...Array.from({ length: 7 }, () => "none"), "crowded"]);

    prerequisites.begin(undefined, named);
    const late = await Promise.all(Array.from({ length: 8 }, wait));
    expect(late.map((end) => end?.[0])).toEqual(Array.from({ length: 8 }, () => "late"));
  });

  test.each([
    ["another cluster", "east", named],
    ["another name", undefined, { name: "svm2" }],
  ])("does not take the one of %s for it", async (_what, cluster, svm) => {
    const prerequisites = new PendingPrerequisites();
    prerequisites.settle(cluster, svm, "there");
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["none", 5]);
  });

  it("takes one that is called by its UUID for it where it may be the same SVM", async () => {
    const prerequisites = new PendingPrerequisites();
    prerequisites.settle(undefined, { uuid: SVM1 }, "there");
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["there", 0]);
    expect(await outcome(prerequisites.waitFor(undefined, { uuid: SVM1.toUpperCase() }))).toEqual(["there", 0]);
    expect(await outcome(prerequisites.waitFor(undefined, { uuid: SVM2 }))).toEqual(["none", 5]);
  });

  it("knows one that is there by name and UUID, whichever the program gave", async () => {
    const prerequisites = new PendingPrerequisites();
    prerequisites.settle(undefined, { uuid: SVM2 }, "there", { name: "svm2", uuid: SVM2 });
    expect(await outcome(prerequisites.waitFor(undefined, named))).toEqual(["none", 5]);
    expect(await outcome(prerequisites.waitFor(undefined, { name: "svm2" }))).toEqual(["there", 0]);
  });
});
