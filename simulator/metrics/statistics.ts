import type { WireRecord } from "../wire/json";
import { levelAt, levels } from "./levels";
import { wireTimestamp } from "./sample-record";
import type { Series } from "./series";
import { CYCLE_DAYS, type Service } from "./service";
import { type Operation, operations, type Workload } from "./workload";

/** The second at which every service's counters stood at zero, 1 January 2015 UTC: before any plausible clock. */
const COUNTING_SINCE = Date.UTC(2015, 0, 1) / 1000;

const SECONDS_PER_DAY = 86_400;

/** What the counters of one kind of I/O have added up. */
interface Count {
  operations: number;
  /** Time spent in operations, in microseconds. */
  busy: number;
}

type Counts = Record<Operation, Count>;

/**
 * The raw counters of a service at a second, in wire form. Between two timestamps of 15-second samples they grow by
 * exactly what the samples between them say: operations by IOPS times seconds, latency by IOPS times latency times seconds,
 * bytes by throughput times seconds. Within a sample they grow evenly. Before 2015 all are zero.
 */
export function statisticsRecord(series: Series, epochSeconds: number): WireRecord {
  const counts = countUntil(series, epochSeconds);
  const read = counts.read.operations * series.service.blockBytes.read;
  const write = counts.write.operations * series.service.blockBytes.write;
  return {
    timestamp: wireTimestamp(epochSeconds),
    status: "ok",
    iops_raw: withTotal(counts, "operations"),
    latency_raw: withTotal(counts, "busy"),
    throughput_raw: { read, write, total: read + write },
  };
}

function countUntil(series: Series, epochSeconds: number): Counts {
  const counts: Counts = { read: nothing(), write: nothing(), other: nothing() };
  if (epochSeconds <= COUNTING_SINCE) {
    return counts;
  }
  const days = Math.floor((epochSeconds - COUNTING_SINCE) / SECONDS_PER_DAY);
  countDays(counts, series.service, days);
  let counted = COUNTING_SINCE + days * SECONDS_PER_DAY;
  for (let depth = levels.length - 2; depth >= 0; depth -= 1) {
    const step = levelAt(depth).stepSeconds;
    for (; counted + step <= epochSeconds; counted += step) {
      add(counts, series.at(depth, counted / step + 1), step);
    }
  }
  const underway = counted / levelAt(0).stepSeconds + 1;
  add(counts, series.at(0, underway), epochSeconds - counted);
  return counts;
}

/** Adds whole days from the first one on; days repeat after a cycle, so each is computed once. */
function countDays(counts: Counts, service: Service, days: number): void {
  const first = COUNTING_SINCE / SECONDS_PER_DAY;
  for (let place = 0; place < Math.min(days, CYCLE_DAYS); place += 1) {
    const times = Math.ceil((days - place) / CYCLE_DAYS);
    add(counts, service.day(first + place), times * SECONDS_PER_DAY);
  }
}

function add(counts: Counts, workload: Workload, seconds: number): void {
  for (const operation of operations) {
    const { iops, latency } = workload[operation];
    counts[operation].operations += iops * seconds;
    counts[operation].busy += iops * latency * seconds;
  }
}

function withTotal(counts: Counts, what: keyof Count): WireRecord {
  const { read, write, other } = counts;
  const total = read[what] + write[what] + other[what];
  return { read: read[what], write: write[what], other: other[what], total };
}

function nothing(): Count {
  return { operations: 0, busy: 0 };
}
