import { compare, comparedRow, difference, rssOf } from "../../../tools/bench/row";

it("a ratio is of the values before they are rounded", () => {
  expect(compare([1_234.6], [1_000.4])).toEqual({ measured: 1_235, against: 1_000, ratio: 1.23 });
  expect(compare([0.126], [0.063])).toEqual({ measured: 0.13, against: 0.06, ratio: 2 });
});

it("a ratio is the median of the rounds' ratios, so that a busy minute counts once", () => {
  expect(compare([110, 220, 110], [100, 200, 50])).toEqual({ measured: 110, against: 100, ratio: 1.1 });
  expect(difference([110, 220, 160], [100, 200, 150])).toBe(10);
});

it("other numbers of rounds cannot be compared", () => {
  expect(() => compare([1, 2], [1])).toThrow("2 rounds cannot be compared with 1");
});

it("a row compares each figure by itself", () => {
  const runs = (...pairs: [wallMs: number, cpuMs: number][]) => pairs.map(([wallMs, cpuMs]) => ({ wallMs, cpuMs }));
  const [measured, against] = [runs([200, 90], [100, 99], [300, 50]), runs([100, 30], [100, 30], [100, 30])];
  expect(comparedRow("500 hosts", measured, against, "2 requests")).toEqual({
    what: "500 hosts",
    wallMs: { measured: 200, against: 100, ratio: 2 },
    cpuMs: { measured: 90, against: 30, ratio: 3 },
    note: "2 requests",
  });
});

it("memory is what the processes reported", () => {
  const empty = { rssMb: 100 };
  const processes = [{ rssMb: 150 }, { rssMb: 120 }, { rssMb: 900 }];
  expect(rssOf(processes, [empty, empty, empty])).toEqual({ measured: 150, against: 100, ratio: 1.5 });
});
