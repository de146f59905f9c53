import { growthRow } from "../../bench/support/growth";

const runs = (...sizes: [hosts: number, cpuMs: number][]) =>
  new Map(sizes.map(([hosts, cpuMs]) => [hosts, [{ wallMs: 0, cpuMs }]]));

it("a cost that grows with the number of hosts grows by 1, whatever the command takes without any", () => {
  expect(growthRow("", runs([0, 1_000], [500, 2_000], [2_000, 5_000]))).toEqual({
    what: "growth: a host of 2,000, against one of 500",
    cpuMs: { measured: 2, against: 2, ratio: 1 },
  });
});

it("a cost that grows with its square grows by the factor of the sizes", () => {
  const row = growthRow(" of the floor", runs([0, 0], [10, 100], [40, 1_600]));
  expect(row?.what).toBe("growth of the floor: a host of 40, against one of 10");
  expect(row?.cpuMs?.ratio).toBe(4);
});

it("one size does not show how anything grows", () => {
  expect(growthRow("", runs([0, 1], [500, 2]))).toBeUndefined();
});
