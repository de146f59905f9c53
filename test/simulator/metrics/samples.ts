import type { Interval } from "../../../simulator/metrics";
import type { Json, WireRecord } from "../../../simulator/wire/json";

/** The intervals, finest first, with the step between samples in seconds and the number of samples. */
export const intervals: readonly (readonly [Interval, number, number, string])[] = [
  ["1h", 15, 240, "PT15S"],
  ["1d", 300, 288, "PT5M"],
  ["1w", 1800, 336, "PT30M"],
  ["1m", 7200, 360, "PT2H"],
  ["1y", 86_400, 365, "P1D"],
];

/** A whole number of a sample by its two names, such as `iops.read`; throws if there is none. */
export function count(sample: WireRecord, name: string): number {
  const dot = name.indexOf(".");
  const group: Json | undefined = sample[name.slice(0, dot)];
  const value = typeof group === "object" && group !== null ? (group as WireRecord)[name.slice(dot + 1)] : undefined;
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw new Error(`${name} is ${String(value)}`);
  }
  return value;
}

/** The second since 1970 at which a sample ends. */
export function endOf(sample: WireRecord): number {
  return Date.parse(String(sample.timestamp)) / 1000;
}

/** Adds a number up over samples. */
export function sum(samples: readonly WireRecord[], term: (sample: WireRecord) => number): number {
  return samples.reduce((total, sample) => total + term(sample), 0);
}
