/** The values of the `interval` parameter. */
export type Interval = "1h" | "1d" | "1w" | "1m" | "1y";

/** One resolution in which the array keeps its history. */
export interface Level {
  readonly interval: Interval;
  /** ISO 8601, as `duration` on the wire. */
  readonly duration: string;
  readonly stepSeconds: number;
  /** How many samples the interval holds. */
  readonly samples: number;
  /** How far a sample may lie off the mean of the coarser sample around it, as a share. */
  readonly unrest: number;
}

/**
 * Finest first. Steps and spans are those of the `interval` parameter in NetApp's iSCSI services document; a month is
 * 30 days and a year 365. Each step divides the next, and days begin at midnight UTC.
 */
export const levels: readonly Level[] = [
  { interval: "1h", duration: "PT15S", stepSeconds: 15, samples: 240, unrest: 0.25 },
  { interval: "1d", duration: "PT5M", stepSeconds: 300, samples: 288, unrest: 0.15 },
  { interval: "1w", duration: "PT30M", stepSeconds: 1800, samples: 336, unrest: 0.1 },
  { interval: "1m", duration: "PT2H", stepSeconds: 7200, samples: 360, unrest: 0.1 },
  { interval: "1y", duration: "P1D", stepSeconds: 86_400, samples: 365, unrest: 0.2 },
];

/** The level at a place in `levels`, 0 being the finest. Throws a RangeError for any other number. */
export function levelAt(depth: number): Level {
  const level = levels[depth];
  if (level === undefined) {
    throw new RangeError(`There is no metrics level ${depth}.`);
  }
  return level;
}

/**
 * The newest complete sample of a level, as its number since 1970. Sample `n` covers the `stepSeconds` that end at
 * `n * stepSeconds`, which is its timestamp.
 */
export function newestSample(level: Level, now: Date): number {
  return Math.floor(now.getTime() / 1000 / level.stepSeconds);
}
