import { noise, swing } from "./noise";

/** The kinds of I/O that ONTAP counts apart. */
export const operations = ["read", "write", "other"] as const;
export type Operation = (typeof operations)[number];

/** Average load of one kind of I/O over some time. */
export interface Load {
  /** I/O operations a second. */
  readonly iops: number;
  /** Microseconds from request to reply; 0 where there was no I/O. */
  readonly latency: number;
}

/** Average load over some time, by kind. */
export type Workload = Readonly<Record<Operation, Load>>;

const secondsADay = 86_400;

/** After so many days a service's days repeat, so that counters of many years cost no more than those of one. */
export const cycleDays = 364;

const typical: Readonly<Record<Operation, { iops: number; latency: number }>> = {
  read: { iops: 180, latency: 450 },
  write: { iops: 90, latency: 350 },
  other: { iops: 6, latency: 150 },
};

const weekdayShare = [0.55, 1.1, 1.15, 1.1, 1.1, 1.05, 0.6];

/** The average load of a whole day, by its number since 1970: quiet weekends, and no two days of a cycle alike. */
export function dayWorkload(seed: number, day: number): Workload {
  const inCycle = ((day % cycleDays) + cycleDays) % cycleDays;
  // 1 January 1970 was a Thursday, and a cycle is a whole number of weeks.
  const weekday = weekdayShare[(inCycle + 4) % 7] ?? 1;
  const season = 1 + 0.15 * Math.sin((2 * Math.PI * inCycle) / cycleDays);
  const load = (operation: Operation): Load => {
    const size = 0.6 + 0.8 * noise(seed, `${operation} size`, 0);
    const pace = 0.8 + 0.5 * noise(seed, `${operation} pace`, 0);
    return {
      iops: Math.round(typical[operation].iops * size * weekday * season * (1 + 0.2 * swing(seed, operation, inCycle))),
      latency: Math.round(
        typical[operation].latency * pace * (1 + 0.15 * swing(seed, `${operation} latency`, inCycle)),
      ),
    };
  };
  return { read: load("read"), write: load("write"), other: load("other") };
}

/** How busy a time of day is against the day's mean: a peak in the afternoon, a trough at night, each service its own. */
export function dailyCurve(seed: number, epochSeconds: number): number {
  const peak = 12 + 4 * noise(seed, "peak", 0);
  const hour = (epochSeconds % secondsADay) / 3600;
  return 1 + 0.55 * Math.cos((2 * Math.PI * (hour - peak)) / 24);
}

/** Bytes that one operation moves: each service has one block size for reads and one for writes; others move none. */
export function blockBytes(seed: number, operation: "read" | "write"): number {
  return 4096 * 2 ** Math.floor(3 * noise(seed, `${operation} block`, 0));
}
