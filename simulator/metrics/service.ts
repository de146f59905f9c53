import { noiseOf, swingOf } from "./noise";
import type { Load, Operation, Workload } from "./workload";

/** After so many days a service's days repeat, so that counters of many years cost no more than those of one. */
export const CYCLE_DAYS = 364;

/** What sets one iSCSI service apart from all others, everything drawn from its seed. */
export interface Service {
  readonly seed: number;
  /** The average load of a whole day, by its number since 1970: quiet weekends, and no two days of a cycle alike. */
  readonly day: (day: number) => Workload;
  /** How busy a time of day is against the day's mean: a peak in the afternoon, a trough at night. */
  readonly busyness: (epochSeconds: number) => number;
  /** Bytes that one operation moves; `other` ones move none. */
  readonly blockBytes: { readonly read: number; readonly write: number };
}

const typical: Readonly<Record<Operation, Load>> = {
  read: { iops: 180, latency: 450 },
  write: { iops: 90, latency: 350 },
  other: { iops: 6, latency: 150 },
};

/** From Sunday on. */
const weekdayShare = [0.55, 1.1, 1.15, 1.1, 1.1, 1.05, 0.6];

/** Makes up the service that belongs to a seed of `seedOf`. */
export function serviceOf(seed: number): Service {
  const [read, write, other] = [dailyLoad(seed, "read"), dailyLoad(seed, "write"), dailyLoad(seed, "other")];
  const once = (purpose: string) => noiseOf(seed, purpose)(0);
  const peakHour = 12 + 4 * once("peak");
  return {
    seed,
    day: (day) => ({ read: read(day), write: write(day), other: other(day) }),
    busyness: (epochSeconds) => {
      const hour = (epochSeconds % 86_400) / 3600;
      return 1 + 0.55 * Math.cos((2 * Math.PI * (hour - peakHour)) / 24);
    },
    blockBytes: {
      read: 4096 * 2 ** Math.floor(3 * once("read block")),
      write: 4096 * 2 ** Math.floor(3 * once("write block")),
    },
  };
}

function dailyLoad(seed: number, operation: Operation): (day: number) => Load {
  const iops = typical[operation].iops * (0.6 + 0.8 * noiseOf(seed, `${operation} size`)(0));
  const latency = typical[operation].latency * (0.8 + 0.5 * noiseOf(seed, `${operation} pace`)(0));
  const [loadSwing, latencySwing] = [swingOf(seed, operation), swingOf(seed, `${operation} latency`)];
  return (day) => {
    const inCycle = ((day % CYCLE_DAYS) + CYCLE_DAYS) % CYCLE_DAYS;
    // 1 January 1970 was a Thursday, and a cycle is a whole number of weeks.
    const weekday = weekdayShare[(inCycle + 4) % 7] ?? 1;
    const season = 1 + 0.15 * Math.sin((2 * Math.PI * inCycle) / CYCLE_DAYS);
    return {
      iops: Math.round(iops * weekday * season * (1 + 0.2 * loadSwing(inCycle))),
      latency: Math.round(latency * (1 + 0.15 * latencySwing(inCycle))),
    };
  };
}
