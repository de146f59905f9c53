import fc from "fast-check";
import { liveMetric, liveStatistics, metricsHistory } from "../../../simulator/metrics";
import { count, endOf, intervals } from "./samples";

const uuid = "02c9e252-41be-11e9-81d5-00a0986138f7";
const counters = ["iops_raw", "latency_raw"].flatMap((group) =>
  ["read", "write", "other", "total"].map((kind) => `${group}.${kind}`),
);
const all = [...counters, "throughput_raw.read", "throughput_raw.write", "throughput_raw.total"];
const clock = fc.date({
  min: new Date("2015-01-02T00:00:00Z"),
  max: new Date("2035-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const at = (epochSeconds: number) => liveStatistics(uuid, new Date(epochSeconds * 1000));

describe("statistics", () => {
  test("bear the clock's second and the document's counters", () => {
    const statistics = liveStatistics(uuid, new Date("2026-03-04T15:22:41.900Z"));
    expect(Object.keys(statistics)).toEqual(["timestamp", "status", "iops_raw", "latency_raw", "throughput_raw"]);
    expect(statistics).toMatchObject({ timestamp: "2026-03-04T15:22:41Z", status: "ok" });
    expect(statistics.throughput_raw).not.toHaveProperty("other");
    for (const name of all) {
      expect(count(statistics, name)).toBeGreaterThan(0);
    }
  });

  test("never run backwards and stay exact integers for decades", () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 0, max: 3_000_000 }), fc.boolean(), (now, later, small) => {
        const second = Math.floor(now.getTime() / 1000);
        const [before, after] = [at(second), at(second + (small ? later % 40 : later))];
        expect(all.filter((name) => count(after, name) < count(before, name))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(intervals)("grow by what each sample of %s says", (interval, seconds) => {
    const history = metricsHistory(uuid, interval, new Date("2026-03-04T15:22:41Z"));
    for (const sample of [...history.slice(0, 12), ...history.slice(-12)]) {
      const [before, after] = [at(endOf(sample) - seconds), at(endOf(sample))];
      const grown = (name: string) => count(after, name) - count(before, name);
      for (const kind of ["read", "write", "other", "total"]) {
        expect(grown(`iops_raw.${kind}`)).toBe(count(sample, `iops.${kind}`) * seconds);
        if (grown(`iops_raw.${kind}`) === 0) {
          continue;
        }
        expect(Math.round(grown(`latency_raw.${kind}`) / grown(`iops_raw.${kind}`))).toBe(
          count(sample, `latency.${kind}`),
        );
      }
      for (const kind of ["read", "write", "total"]) {
        expect(grown(`throughput_raw.${kind}`)).toBe(count(sample, `throughput.${kind}`) * seconds);
      }
    }
  });

  test("grow evenly within a sample, and by days that repeat as by any other", () => {
    const end = Date.parse("2026-03-04T15:22:30Z") / 1000;
    const rate = count(liveMetric(uuid, new Date(end * 1000)), "iops.total");
    expect(count(at(end), "iops_raw.total") - count(at(end - 4), "iops_raw.total")).toBe(4 * rate);
    const cycle = 364 * 86_400;
    const growth = (from: number) => count(at(from + cycle), "iops_raw.total") - count(at(from), "iops_raw.total");
    const midnight = Date.parse("2017-05-05T00:00:00Z") / 1000;
    expect(growth(midnight)).toBe(growth(midnight + 2 * cycle));
  });

  test("are zero before 2015", () => {
    for (const name of all) {
      expect(count(liveStatistics(uuid, new Date("2014-06-01T00:00:00Z")), name)).toBe(0);
    }
  });
});
