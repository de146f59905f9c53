import fc from "fast-check";
import { liveMetric, metricAt, metricsHistory } from "../../../simulator/metrics";
import type { WireRecord } from "../../../simulator/query/types";
import { count, endOf, intervals, sum } from "./samples";

const uuid = "02c9e252-41be-11e9-81d5-00a0986138f7";
const now = new Date("2026-03-04T15:22:41.500Z");

const clock = fc.date({
  min: new Date("2016-01-01T00:00:00Z"),
  max: new Date("2035-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const step = (index: number) => intervals[index]?.[1] ?? 0;

describe.each(intervals)("the history of %s", (interval, seconds, samples, duration) => {
  const history = metricsHistory(uuid, interval, now);

  test(`has ${samples} samples, newest first, ${seconds} seconds apart, aligned and not of the future`, () => {
    const newest = Math.floor(now.getTime() / 1000 / seconds) * seconds;
    expect(history.map(endOf)).toEqual(Array.from({ length: samples }, (_, age) => newest - age * seconds));
  });

  test("has the form that the document gives", () => {
    for (const sample of history) {
      expect(Object.keys(sample)).toEqual(["svm", "timestamp", "duration", "status", "iops", "latency", "throughput"]);
      expect(sample).toMatchObject({ svm: { uuid }, duration });
      expect(sample.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(Object.keys(sample.iops ?? {})).toEqual(["read", "write", "other", "total"]);
      expect(Object.keys(sample.latency ?? {})).toEqual(["read", "write", "other", "total"]);
      expect(Object.keys(sample.throughput ?? {})).toEqual(["read", "write", "total"]);
    }
  });

  test("totals are sums, for latency the mean weighted by IOPS", () => {
    for (const sample of history) {
      const [reads, writes, others] = ["iops.read", "iops.write", "iops.other"].map((name) => count(sample, name));
      const total = (reads ?? 0) + (writes ?? 0) + (others ?? 0);
      expect(count(sample, "iops.total")).toBe(total);
      expect(count(sample, "throughput.total")).toBe(
        count(sample, "throughput.read") + count(sample, "throughput.write"),
      );
      const busy = sum([sample], (one) =>
        ["read", "write", "other"].reduce(
          (all, kind) => all + count(one, `iops.${kind}`) * count(one, `latency.${kind}`),
          0,
        ),
      );
      expect(count(sample, "latency.total")).toBe(Math.round(busy / total));
      expect(count(sample, "latency.read")).toBeGreaterThan(0);
    }
  });

  test("is never flat, and shows gaps by their status", () => {
    expect(new Set(history.map((sample) => count(sample, "iops.total"))).size).toBeGreaterThan(50);
    expect(new Set(history.map((sample) => count(sample, "latency.read"))).size).toBeGreaterThan(20);
    const statuses = new Set(history.map((sample) => sample.status));
    expect([...statuses].sort()).toEqual(["backfilled_data", "ok", "partial_no_data"]);
  });

  test("gives each sample by its timestamp too", () => {
    for (const sample of [history[0], history[history.length - 1]]) {
      const found = metricAt(uuid, String(sample?.timestamp), now);
      expect(found?.timestamp).toBe(sample?.timestamp);
    }
  });
});

describe("intervals against each other", () => {
  /** The finer samples in the time that a coarse one covers; none if the finer history does not reach over all of it. */
  function parts(
    coarse: WireRecord,
    seconds: number,
    finer: readonly WireRecord[],
    finerSeconds: number,
  ): WireRecord[] {
    const end = endOf(coarse);
    const found = finer.filter((sample) => endOf(sample) > end - seconds && endOf(sample) <= end);
    return found.length === seconds / finerSeconds ? found : [];
  }

  test("a coarse sample is exactly the mean of the finer ones, with and without the gaps", () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.uuid(), clock, fc.integer({ min: 0, max: 3 }), (service, at, index) => {
        const finer = metricsHistory(service, intervals[index]?.[0] ?? "1h", at);
        for (const coarse of metricsHistory(service, intervals[index + 1]?.[0] ?? "1d", at)) {
          const all = parts(coarse, step(index + 1), finer, step(index));
          const sound = all.filter((sample) => sample.status === "ok");
          for (const samples of [all, sound].filter((some) => some.length > 0)) {
            compared += 1;
            for (const name of [
              "iops.read",
              "iops.write",
              "iops.other",
              "iops.total",
              "throughput.read",
              "throughput.total",
            ]) {
              expect(sum(samples, (sample) => count(sample, name))).toBe(count(coarse, name) * samples.length);
            }
            for (const kind of ["read", "write", "other"]) {
              const busy = sum(samples, (sample) => count(sample, `iops.${kind}`) * count(sample, `latency.${kind}`));
              expect(busy).toBe(count(coarse, `iops.${kind}`) * count(coarse, `latency.${kind}`) * samples.length);
            }
            const busy = sum(samples, (sample) => count(sample, "iops.total") * count(sample, "latency.total"));
            const mean = busy / sum(samples, (sample) => count(sample, "iops.total"));
            expect(Math.abs(mean - count(coarse, "latency.total"))).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test("nights are quieter than days", () => {
    const day = metricsHistory(uuid, "1m", now).slice(0, 24);
    const loads = day.map((sample) => count(sample, "iops.total"));
    expect(Math.max(...loads)).toBeGreaterThan(2 * Math.min(...loads));
  });
});

describe("history over time", () => {
  test("is the same for the same service and clock, in any case of the UUID, and another for another service", () => {
    const again = metricsHistory(uuid, "1h", new Date(now));
    expect(metricsHistory(uuid, "1h", now)).toEqual(again);
    expect(metricsHistory(uuid.toUpperCase(), "1h", now).map((one) => one.iops)).toEqual(again.map((one) => one.iops));
    expect(metricsHistory("other", "1h", now).map((one) => one.iops)).not.toEqual(again.map((one) => one.iops));
  });

  test.each(intervals)("%s only adds samples as the clock goes on", (interval, seconds) => {
    const later = metricsHistory(uuid, interval, new Date(now.getTime() + 5000 * seconds));
    expect(later.slice(5)).toEqual(metricsHistory(uuid, interval, now).slice(0, -5));
  });

  test("the live metric is the newest sample of 15 seconds", () => {
    fc.assert(
      fc.property(fc.uuid(), clock, (service, at) => {
        const [newest] = metricsHistory(service, "1h", at);
        expect({ svm: { uuid: service }, ...liveMetric(service, at) }).toEqual(newest);
      }),
      { numRuns: 20 },
    );
  });
});

describe("one sample by its timestamp", () => {
  test.each([
    ["2026-03-04T15:22:30Z", "PT15S"],
    ["2026-03-04T15:20:00Z", "PT15S"],
    ["2026-03-04 15:20:00+00:00", "PT15S"],
    ["2026-03-04 15:20:00 +0000", "PT15S"],
    ["2026-03-04T16:20:00+01:00", "PT15S"],
    ["2026-03-04T14:20:00Z", "PT5M"],
    ["2026-03-03T14:00:00Z", "PT30M"],
    ["2026-02-20T14:00:00Z", "PT2H"],
    ["2025-12-31T00:00:00Z", "P1D"],
  ])("%s is of %s", (timestamp, duration) => {
    const found = metricAt(uuid, timestamp, now);
    expect(found?.duration).toBe(duration);
    const interval = intervals.find((one) => one[3] === duration)?.[0] ?? "1h";
    expect(metricsHistory(uuid, interval, now)).toContainEqual(found);
  });

  test.each([
    "2026-03-04T15:22:45Z",
    "2026-03-04T15:22:31Z",
    "2026-03-04T15:22:30.500Z",
    "2026-03-04T14:21:00Z",
    "2026-02-20T14:30:00Z",
    "2025-12-31T12:00:00Z",
    "2024-03-04T00:00:00Z",
    "yesterday",
    "",
  ])("%j has none", (timestamp) => {
    expect(metricAt(uuid, timestamp, now)).toBeUndefined();
  });
});
