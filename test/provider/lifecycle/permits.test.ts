import { Permits } from "../../../provider/lifecycle/permits";

describe("A permit", () => {
  afterEach(() => jest.useRealTimers());

  it("is there for what was noted, and for nothing else", () => {
    const permits = new Permits();
    permits.looked("delete a");
    expect([permits.take("delete b"), permits.take("delete a")]).toEqual([false, true]);
  });

  it("serves one write only", () => {
    const permits = new Permits();
    permits.looked("a");
    permits.forced("b");
    expect([permits.take("a"), permits.take("a"), permits.take("b"), permits.take("b")]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("from a look holds for 15 s; one that the program gives holds until it is used", () => {
    jest.useFakeTimers({ now: 0 });
    const permits = new Permits();
    for (const [afterMs, holds] of [
      [14_900, true],
      [15_100, false],
    ] as const) {
      permits.looked("look");
      permits.forced("word");
      jest.advanceTimersByTime(afterMs);
      expect([permits.take("look"), permits.take("word")]).toEqual([holds, true]);
    }
  });
});
