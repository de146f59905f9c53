import { exceeded } from "../../../tools/bench/check";
import type { Result } from "../../../tools/bench/results";
import type { Row } from "../../../tools/bench/row";

const result = (...rows: Row[]): Result => ({
  name: "refresh",
  title: "t",
  against: "a",
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 1,
  node: "v20.0.0",
  platform: "linux-x64",
  cpus: 2,
  rows,
});
const ratio = (value: number) => ({ measured: value * 100, against: 100, ratio: value });

it("a ratio may be 25 % above the kept one, and no more", () => {
  const kept = result({ what: "500 hosts", wallMs: ratio(2), cpuMs: ratio(1) });
  expect(exceeded(kept, result({ what: "500 hosts", wallMs: ratio(2.5), cpuMs: ratio(1.25) }))).toEqual([]);
  expect(exceeded(kept, result({ what: "500 hosts", wallMs: ratio(2.51), cpuMs: ratio(1.26) }))).toEqual([
    "refresh, 500 hosts: the ratio of wall time is 2.51, and 2 is kept",
    "refresh, 500 hosts: the ratio of CPU time is 1.26, and 1 is kept",
  ]);
});

it("only ratios are compared: another machine has other seconds", () => {
  const kept = result({ what: "500 hosts", rssMb: { measured: 10, against: 5, ratio: 2 } });
  expect(exceeded(kept, result({ what: "500 hosts", rssMb: { measured: 900, against: 450, ratio: 2 } }))).toEqual([]);
});

it("a row or a figure that is kept or measured alone is not compared", () => {
  const kept = result({ what: "500 hosts", wallMs: ratio(1) }, { what: "1,000 hosts", wallMs: ratio(1) });
  expect(
    exceeded(kept, result({ what: "500 hosts", cpuMs: ratio(9) }, { what: "2,000 hosts", wallMs: ratio(9) })),
  ).toEqual([]);
});
