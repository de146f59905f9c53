import { Permits } from "../../../provider/lifecycle/permits";

const SVM = ["array name svm1", "array uuid 1"];

describe("A permit", () => {
  afterEach(() => jest.useRealTimers());

  function afterLook(...subjects: readonly string[]): Permits {
    const permits = new Permits();
    for (const subject of subjects) {
      permits.grantChecked(subject, permits.beginLook(SVM));
    }
    return permits;
  }

  it("is there for what was noted, and for nothing else", () => {
    const permits = afterLook("delete a");
    expect([permits.consume("delete b", SVM), permits.consume("delete a", SVM)]).toEqual([false, true]);
  });

  it("serves one write only", () => {
    const permits = afterLook("a");
    permits.grantForced("b");
    expect(["a", "a", "b", "b"].map((subject) => permits.consume(subject, SVM))).toEqual([true, false, true, false]);
  });

  it("from a look holds for 15 s; one that the program gives holds until it is used", () => {
    jest.useFakeTimers({ now: 0 });
    for (const [afterMs, holds] of [
      [14_900, true],
      [15_100, false],
    ] as const) {
      const permits = afterLook("look");
      permits.grantForced("word");
      jest.advanceTimersByTime(afterMs);
      expect([permits.consume("look", SVM), permits.consume("word", SVM)]).toEqual([holds, true]);
    }
  });

  it("from a look ends with a write on that SVM, by whichever of its names; one of the program does not", () => {
    for (const key of SVM) {
      const permits = afterLook("look");
      permits.grantForced("word");
      permits.wrote([key]);
      expect([permits.consume("look", SVM), permits.consume("word", SVM)]).toEqual([false, true]);
    }
    const permits = afterLook("look");
    permits.wrote(["array uuid 2"]);
    expect(permits.consume("look", SVM)).toBe(true);
  });

  it("from a look that began before a write ended is none", () => {
    const permits = new Permits();
    const look = permits.beginLook(SVM);
    permits.wrote(SVM);
    permits.grantChecked("a", look);
    expect(permits.consume("a", SVM)).toBe(false);
  });
});
