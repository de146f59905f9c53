import { Permits } from "../../../provider/lifecycle/permits";

const SVM = ["array name svm1", "array uuid 1"];

describe("A permit", () => {
  afterEach(() => jest.useRealTimers());

  function afterLook(...subjects: readonly string[]): Permits {
    const permits = new Permits();
    for (const subject of subjects) {
      permits.looked(subject, permits.beginLook(SVM));
    }
    return permits;
  }

  it("is there for what was noted, and for nothing else", () => {
    const permits = afterLook("delete a");
    expect([permits.take("delete b", SVM), permits.take("delete a", SVM)]).toEqual([false, true]);
  });

  it("serves one write only", () => {
    const permits = afterLook("a");
    permits.forced("b");
    expect(["a", "a", "b", "b"].map((subject) => permits.take(subject, SVM))).toEqual([true, false, true, false]);
  });

  it("from a look holds for 15 s; one that the program gives holds until it is used", () => {
    jest.useFakeTimers({ now: 0 });
    for (const [afterMs, holds] of [
      [14_900, true],
      [15_100, false],
    ] as const) {
      const permits = afterLook("look");
      permits.forced("word");
      jest.advanceTimersByTime(afterMs);
      expect([permits.take("look", SVM), permits.take("word", SVM)]).toEqual([holds, true]);
    }
  });

  it("from a look ends with a write on that SVM, by whichever of its names; one of the program does not", () => {
    for (const key of SVM) {
      const permits = afterLook("look");
      permits.forced("word");
      permits.wrote([key]);
      expect([permits.take("look", SVM), permits.take("word", SVM)]).toEqual([false, true]);
    }
    const permits = afterLook("look");
    permits.wrote(["array uuid 2"]);
    expect(permits.take("look", SVM)).toBe(true);
  });

  it("from a look that began before a write ended is none", () => {
    const permits = new Permits();
    const look = permits.beginLook(SVM);
    permits.wrote(SVM);
    permits.looked("a", look);
    expect(permits.take("a", SVM)).toBe(false);
  });
});
