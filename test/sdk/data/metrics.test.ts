import {
  getIscsiService,
  getIscsiServiceMetric,
  getIscsiServiceMetrics,
  type IscsiServiceMetricResult,
  iterateIscsiServiceMetrics,
  type MetricInterval,
  query,
} from "../../../sdk";
import type { TestArray } from "../../array";
import { startArray } from "../array";

const NOW = Date.parse("2026-02-06T12:07:33Z");
const svm = { name: "svm1" };
const fixture = { svms: [{ name: "svm1" }, { name: "bare" }], services: [{ svm }] };

/** Step in seconds, number of samples, and duration of each interval, as ONTAP documents them. */
const documented: ReadonlyArray<readonly [MetricInterval, number, number, string]> = [
  ["1h", 15, 240, "PT15S"],
  ["1d", 300, 288, "PT5M"],
  ["1w", 1_800, 336, "PT30M"],
  ["1m", 7_200, 360, "PT2H"],
  ["1y", 86_400, 365, "P1D"],
];

let array: TestArray;
beforeAll(async () => {
  array = await startArray({ fixture });
});
afterAll(() => array.close());
beforeEach(async () => {
  await array.control("PUT", "/clock", { now: new Date(NOW).toISOString() });
  await array.requests();
});

const instant = ({ timestamp }: { timestamp: string }): number => Date.parse(timestamp) / 1000;

describe("the history", () => {
  it.each(documented)("of %s has a sample every %d seconds, %d of them, of %s each, newest first", async (...row) => {
    const [interval, step, count, duration] = row;
    const samples = await getIscsiServiceMetrics({ svm, interval });
    expect(samples).toHaveLength(count);
    const newest = Math.floor(NOW / 1000 / step) * step;
    expect(samples.map(instant)).toEqual(samples.map((_sample, age) => newest - age * step));
    expect(new Set(samples.map((sample) => sample.duration))).toEqual(new Set([duration]));
    expect(samples[0]).toEqual({
      svm: { uuid: expect.any(String) },
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      duration,
      status: expect.any(String),
      iops: {
        read: expect.any(Number),
        write: expect.any(Number),
        other: expect.any(Number),
        total: expect.any(Number),
      },
      latency: expect.objectContaining({ total: expect.any(Number) }),
      throughput: { read: expect.any(Number), write: expect.any(Number), total: expect.any(Number) },
    });
  });

  it.each([
    ["1h", "1d"],
    ["1d", "1w"],
    ["1w", "1m"],
    ["1m", "1y"],
  ] as const)("of %s averages to that of %s where they overlap", async (finer, coarser) => {
    const [fine, coarse] = await Promise.all([
      getIscsiServiceMetrics({ svm, interval: finer }),
      getIscsiServiceMetrics({ svm, interval: coarser }),
    ]);
    const step = instant(coarse[0] ?? { timestamp: "" }) - instant(coarse[1] ?? { timestamp: "" });
    const oldest = instant(fine.at(-1) ?? { timestamp: "" });
    const overlapping = coarse.filter((sample) => instant(sample) - step >= oldest);
    expect(overlapping.length).toBeGreaterThan(5);
    for (const whole of overlapping) {
      const parts = fine.filter((part) => instant(part) > instant(whole) - step && instant(part) <= instant(whole));
      for (const figure of ["iops", "throughput"] as const) {
        for (const kind of ["read", "write", "total"] as const) {
          const mean = parts.reduce((sum, part) => sum + (part[figure]?.[kind] ?? 0), 0) / parts.length;
          expect([whole.timestamp, figure, kind, mean]).toEqual([whole.timestamp, figure, kind, whole[figure]?.[kind]]);
        }
      }
    }
  });

  it("keeps the status of samples that are not sound", async () => {
    const all = await getIscsiServiceMetrics({ svm, interval: "1d" });
    const unsound = await getIscsiServiceMetrics({ svm, interval: "1d", status: query.not("ok") });
    expect(unsound).toEqual(all.filter(({ status }) => status !== "ok"));
  });

  it("can be narrowed by time and read a page at a time", async () => {
    const between = query.between("2026-02-06T12:00:00Z", "2026-02-06T12:01:00Z");
    const minute = await getIscsiServiceMetrics({
      svm,
      timestamp: between,
      fields: ["iops.total"],
      orderBy: "timestamp",
    });
    expect(minute.map(({ timestamp }) => timestamp.slice(14))).toEqual([
      "00:00Z",
      "00:15Z",
      "00:30Z",
      "00:45Z",
      "01:00Z",
    ]);
    expect(Object.keys(minute[0] ?? {})).toEqual(["svm", "timestamp", "iops"]);
    await array.requests();
    const first = await iterateIscsiServiceMetrics({ svm, interval: "1y", maxRecords: 10 }).next();
    expect(first).toMatchObject({ done: false, value: { timestamp: "2026-02-06T00:00:00Z" } });
    expect((await array.requests()).map(({ path, query: raw }) => `${path}?${raw}`)).toEqual([
      "/api/svm/svms?name=svm1&fields=uuid&max_records=2",
      expect.stringMatching(
        /^\/api\/protocols\/san\/iscsi\/services\/[-0-9a-f]+\/metrics\?interval=1y&fields=\*&max_records=10$/,
      ),
    ]);
  });

  it("needs no look at the SVM where its UUID is given", async () => {
    const { svm: known } = await getIscsiService({ svm });
    await array.requests();
    await getIscsiServiceMetrics({ svm: known });
    expect(await array.requests()).toHaveLength(1);
  });

  it("of an SVM without a service is refused, by an unknown name not found", async () => {
    const bare = getIscsiServiceMetrics({ svm: { name: "bare" } });
    await expect(bare).rejects.toMatchObject({ code: "api-error", ontapCode: "8585947" });
    await expect(getIscsiServiceMetrics({ svm: { name: "nosvm" } })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("one sample", () => {
  const samples: Array<[MetricInterval, string]> = [
    ["1h", "2026-02-06T12:07:15Z"],
    ["1h", "2026-02-06T12:00:00Z"],
    ["1d", "2026-02-06T08:05:00Z"],
    ["1w", "2026-02-02T07:30:00Z"],
    ["1m", "2026-01-20T14:00:00Z"],
    ["1y", "2025-08-01T00:00:00Z"],
  ];

  it.each(samples)("of %s, %s, is the same as in the history, also before ONTAP 9.14", async (interval, timestamp) => {
    const [listed] = await getIscsiServiceMetrics({ svm, interval, timestamp });
    expect(listed).toMatchObject({ timestamp });
    expect(await getIscsiServiceMetric({ svm, timestamp })).toEqual(listed);
    await array.control("PUT", "/settings", { version: "9.13.1" });
    const earlier: IscsiServiceMetricResult = await getIscsiServiceMetric({ svm, timestamp });
    const cut = await getIscsiServiceMetric({ svm, timestamp, fields: ["latency.total"] });
    await array.control("PUT", "/settings", { version: "9.16.1" });
    expect(earlier).toEqual(listed);
    expect(cut).toEqual({ svm: listed?.svm, timestamp, latency: { total: listed?.latency?.total } });
  });

  it("may be asked for in the form of ONTAP's documents", async () => {
    expect(await getIscsiServiceMetric({ svm, timestamp: "2026-02-06 12:00:00 +0000" })).toMatchObject({
      timestamp: "2026-02-06T12:00:00Z",
    });
  });

  it.each(["9.16.1", "9.13.1"])("that is not there is not found, on ONTAP %s", async (version) => {
    await array.control("PUT", "/settings", { version });
    const missing = getIscsiServiceMetric({ svm, timestamp: "2026-02-06T12:00:07Z" });
    await expect(missing).rejects.toMatchObject({ code: "not-found" });
    await array.control("PUT", "/settings", { version: "9.16.1" });
  });
});
