import type { WireRecord } from "../wire/json";
import { levelAt } from "./levels";
import type { Series } from "./series";
import type { Service } from "./service";
import { sampleStatus } from "./status";
import { operations, type Workload } from "./workload";

/**
 * A sample in wire form, without `svm` and `_links`. `total` is the sum of its parts for IOPS and throughput and, for
 * latency, their mean weighted by IOPS, the only number that is rounded; throughput has no `other`.
 */
export function sampleRecord(series: Series, depth: number, sample: number): WireRecord {
  const level = levelAt(depth);
  const workload = series.at(depth, sample);
  return {
    timestamp: wireTimestamp(sample * level.stepSeconds),
    duration: level.duration,
    status: sampleStatus(series.service.seed, level, sample),
    iops: { ...each(workload, "iops"), total: totalIops(workload) },
    latency: { ...each(workload, "latency"), total: totalLatency(workload) },
    throughput: throughput(series.service, workload),
  };
}

/** A time as ONTAP prints it, `2024-07-29T16:17:17Z`. */
export function wireTimestamp(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().replace(/\.\d+Z$/, "Z");
}

function each(workload: Workload, what: "iops" | "latency"): Record<string, number> {
  return Object.fromEntries(operations.map((operation) => [operation, workload[operation][what]]));
}

function totalIops(workload: Workload): number {
  return operations.reduce((sum, operation) => sum + workload[operation].iops, 0);
}

function totalLatency(workload: Workload): number {
  const busy = operations.reduce((sum, operation) => sum + workload[operation].iops * workload[operation].latency, 0);
  const total = totalIops(workload);
  return total === 0 ? 0 : Math.round(busy / total);
}

function throughput({ blockBytes }: Service, workload: Workload): Record<string, number> {
  const read = workload.read.iops * blockBytes.read;
  const write = workload.write.iops * blockBytes.write;
  return { read, write, total: read + write };
}
