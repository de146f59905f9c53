import type { WireRecord } from "../wire/json";
import { parseTimestamp } from "../wire/timestamp";
import { type Interval, type Level, levelAt, levels, newestSample } from "./levels";
import { seedOf } from "./noise";
import { sampleRecord } from "./sample-record";
import { Series } from "./series";
import { serviceOf } from "./service";
import { statisticsRecord } from "./statistics";

export type { Interval } from "./levels";

/**
 * The metrics of an interval, newest first as ONTAP's own examples list them (its aggregates document: 23:33:45, 23:33:30,
 * ...). The newest is the last that is complete at `now`. Every sample is there; those whose `status` is not `ok` hold the
 * mean of the coarser sample around them. Coarser samples are exactly the mean of the finer ones in the time they cover
 * (latency: weighted by IOPS), except for `latency.total`, which is rounded in each.
 *
 * @param serviceUuid the UUID of the service's SVM; the same one has the same history in every process.
 */
export function metricsHistory(serviceUuid: string, interval: Interval, now: Date): WireRecord[] {
  const depth = levels.findIndex((level) => level.interval === interval);
  const level = levelAt(depth);
  const series = seriesOf(serviceUuid);
  const newest = newestSample(level, now);
  return Array.from({ length: level.samples }, (_, age) => ({
    svm: { uuid: serviceUuid },
    ...sampleRecord(series, depth, newest - age),
  }));
}

/** The `metric` of a service: the newest 15-second sample, which is also the first of `metricsHistory` for `1h`. */
export function liveMetric(serviceUuid: string, now: Date): WireRecord {
  return sampleRecord(seriesOf(serviceUuid), 0, newestSample(levelAt(0), now));
}

/** The `statistics` of a service: raw counters at the second of `now`, see `statisticsRecord`. */
export function liveStatistics(serviceUuid: string, now: Date): WireRecord {
  return statisticsRecord(seriesOf(serviceUuid), Math.floor(now.getTime() / 1000));
}

/**
 * The metrics at a timestamp, in any form that `parseTimestamp` reads: that of the finest interval whose history at `now`
 * still holds a sample of that time. Undefined if none does.
 */
export function metricAt(serviceUuid: string, timestamp: string, now: Date): WireRecord | undefined {
  const instant = parseTimestamp(timestamp);
  if (instant === undefined) {
    return undefined;
  }
  const depth = levels.findIndex((level) => holds(level, instant / 1000, now));
  if (depth === -1) {
    return undefined;
  }
  const sample = instant / 1000 / levelAt(depth).stepSeconds;
  return { svm: { uuid: serviceUuid }, ...sampleRecord(seriesOf(serviceUuid), depth, sample) };
}

function holds(level: Level, epochSeconds: number, now: Date): boolean {
  const age = newestSample(level, now) - epochSeconds / level.stepSeconds;
  return Number.isInteger(age) && age >= 0 && age < level.samples;
}

function seriesOf(serviceUuid: string): Series {
  return new Series(serviceOf(seedOf(serviceUuid)));
}
