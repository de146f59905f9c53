import { compare, comparedRow, rssOf } from "../../../tools/bench/row";

it("a ratio is of the values before they are rounded", () => {
  expect(compare(1_234.6, 1_000.4)).toEqual({ measured: 1_235, against: 1_000, ratio: 1.23 });
  expect(compare(0.126, 0.063)).toEqual({ measured: 0.13, against: 0.06, ratio: 2 });
});

it("a row has the medians of both, each figure by itself", () => {
  const runs = (...pairs: [wallMs: number, cpuMs: number][]) => pairs.map(([wallMs, cpuMs]) => ({ wallMs, cpuMs }));
  expect(
    comparedRow("500 hosts", runs([200, 90], [100, 99], [300, 50]), runs([100, 30], [100, 30]), "2 requests"),
  ).toEqual({
    what: "500 hosts",
    wallMs: { measured: 200, against: 100, ratio: 2 },
    cpuMs: { measured: 90, against: 30, ratio: 3 },
    note: "2 requests",
  });
});

it("memory is the median of what the processes reported", () => {
  const processes = [{ rssMb: 150 }, { rssMb: 120 }, { rssMb: 900 }];
  expect(rssOf(processes, [{ rssMb: 100 }])).toEqual({ measured: 150, against: 100, ratio: 1.5 });
});
