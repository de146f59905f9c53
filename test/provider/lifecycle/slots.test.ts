import { Slots } from "../../../provider/lifecycle/slots";

describe("The engine's slots", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** So many steps that run until the test ends, each of which waits. */
  function waitingSteps(slots: Slots, count: number) {
    return Array.from({ length: count }, () => {
      void slots.run(() => new Promise(() => {}));
      return slots.wait();
    });
  }
  const givingWay = (waiting: ReadonlyArray<{ mustGiveWay(): boolean }>) =>
    waiting.map((one) => one.mustGiveWay()).lastIndexOf(false) + 1;

  it("are four at least, so that three may wait", () => {
    const waiting = waitingSteps(new Slots(), 3);
    jest.advanceTimersByTime(60_000);
    expect(givingWay(waiting)).toBe(3);
  });

  it("are as many as steps were seen together, and the last to come gives way after a moment of doubt", () => {
    const waiting = waitingSteps(new Slots(), 8);
    jest.advanceTimersByTime(1_900);
    expect(givingWay(waiting)).toBe(8);
    jest.advanceTimersByTime(200);
    expect(givingWay(waiting)).toBe(7);
  });

  it("are more where further steps come within that moment", () => {
    const slots = new Slots();
    const waiting = waitingSteps(slots, 8);
    jest.advanceTimersByTime(1_900);
    void slots.run(() => new Promise(() => {}));
    jest.advanceTimersByTime(60_000);
    expect(givingWay(waiting)).toBe(8);
  });

  it("are known once one gave way, so that the next gives way at once", async () => {
    const slots = new Slots();
    const waiting = waitingSteps(slots, 8);
    jest.advanceTimersByTime(2_000);
    const last = waiting.at(-1);
    expect(last?.mustGiveWay()).toBe(true);
    last?.end();
    const next = slots.wait();
    expect(next.mustGiveWay()).toBe(true);
    next.end();
    expect(waiting.slice(0, 7).some((one) => one.mustGiveWay())).toBe(false);
  });

  it("are free again when a step ends, whatever its end", async () => {
    const slots = new Slots();
    await expect(slots.run(() => Promise.resolve("done"))).resolves.toBe("done");
    await expect(slots.run(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
    for (let step = 0; step < 20; step += 1) {
      await slots.run(() => Promise.resolve());
    }
    const waiting = waitingSteps(slots, 4);
    jest.advanceTimersByTime(2_000);
    expect(givingWay(waiting)).toBe(3);
  });
});
