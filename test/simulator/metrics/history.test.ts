import fc from "fast-check";
import { liveMetric, metricAt, metricsHistory } from "../../../simulator/metrics";
import type { WireRecord } from "../../../simulator/wire/json";
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
    const forms = history.map((sample) => ({
      ...Object.fromEntries(Object.entries(sample).map(([key, value]) => [key, Object.keys(value ?? {}).join()])),
      svm: sample.svm,
      duration: sample.duration,
    }));
    const [form] = forms;
    expect(JSON.stringify(Object.keys(form ?? {}))).toBe(
      JSON.stringify(["svm", "timestamp", "duration", "status", "iops", "latency", "throughput"]),
    );
    const kinds = { iops: "read,write,other,total", latency: "read,write,other,total", throughput: "read,write,total" };
    expect(form).toMatchObject({ svm: { uuid }, duration, ...kinds });
    expect(history.filter((sample) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(sample.timestamp)))).toEqual([]);
    for (const key of ["svm", "duration", "iops", "latency", "throughput"] as const) {
      expect(new Set(forms.map((one: Record<string, unknown>) => JSON.stringify(one[key]))).size).toBe(1);
    }
  });

  test("totals are sums, for latency the mean weighted by IOPS", () => {
    const kinds = ["read", "write", "other"];
    const wrong = history.filter((sample) => {
      const total = kinds.reduce((all, kind) => all + count(sample, `iops.${kind}`), 0);
      const bytes = count(sample, "throughput.read") + count(sample, "throughput.write");
      const busy = kinds.reduce(
        (all, kind) => all + count(sample, `iops.${kind}`) * count(sample, `latency.${kind}`),
        0,
      );
      return (
        count(sample, "iops.total") !== total ||
        count(sample, "throughput.total") !== bytes ||
        count(sample, "latency.total") !== Math.round(busy / total) ||
        count(sample, "latency.read") <= 0
      );
    });
    expect(wrong).toEqual([]);
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
    const newest = endOf(finer[0] ?? coarse);
    const from = (newest - endOf(coarse)) / finerSeconds;
    const to = from + seconds / finerSeconds;
    return from < 0 || to > finer.length ? [] : finer.slice(from, to);
  }

  /** What does not agree between a coarse sample and finer ones. */
  function disagreements(coarse: WireRecord, samples: readonly WireRecord[]): string[] {
    const busy = (sample: WireRecord, kind: string) => count(sample, `iops.${kind}`) * count(sample, `latency.${kind}`);
    const sums = ["iops.read", "iops.write", "iops.other", "iops.total", "throughput.read", "throughput.total"].filter(
      (name) => sum(samples, (sample) => count(sample, name)) !== count(coarse, name) * samples.length,
    );
    const latencies = ["read", "write", "other"].filter(
      (kind) => sum(samples, (sample) => busy(sample, kind)) !== busy(coarse, kind) * samples.length,
    );
    const mean =
      sum(samples, (sample) => busy(sample, "total")) / sum(samples, (sample) => count(sample, "iops.total"));
    const rounded = Math.abs(mean - count(coarse, "latency.total")) <= 1 ? [] : ["latency.total"];
    return [...sums, ...latencies.map((kind) => `latency.${kind}`), ...rounded];
  }

  test("a coarse sample is exactly the mean of the finer ones, with and without the gaps", () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.uuid(), clock, fc.integer({ min: 0, max: 3 }), (service, at, index) => {
        const finer = metricsHistory(service, intervals[index]?.[0] ?? "1h", at);
        const wrong = metricsHistory(service, intervals[index + 1]?.[0] ?? "1d", at).flatMap((coarse) => {
          const all = parts(coarse, step(index + 1), finer, step(index));
          if (all.length === 0) {
            return [];
          }
          compared += 1;
          const sound = all.filter((sample) => sample.status === "ok");
          return [...disagreements(coarse, all), ...disagreements(coarse, sound)];
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 12 },
    );
    expect(compared).toBeGreaterThan(100);
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
