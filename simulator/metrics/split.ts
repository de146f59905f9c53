import type { Load } from "./workload";

/** What sets one part of a whole apart from the others. */
export interface Part {
  /** Its share of the operations, against the other parts. */
  readonly weight: number;
  /** How far its latency should lie off the whole's, in microseconds. */
  readonly latencyOffset: number;
}

/**
 * Splits a load into loads of equally long parts, in whole numbers, so that the whole is exactly what an average over the
 * parts yields: IOPS the mean, latency the mean weighted by IOPS. Offsets are shifted, and some operations moved between
 * parts, to make it so; where a load is too small for that, every part gets the whole's latency.
 */
export function splitLoad(whole: Load, parts: readonly Part[]): Load[] {
  const total = whole.iops * parts.length;
  const shares = apportion(total, parts);
  const offsets = centredOffsets(shares, parts, total);
  const iops = balance(shares, offsets);
  if (iops === undefined) {
    return shares.map((share) => ({ iops: share, latency: whole.latency }));
  }
  return iops.map((own, index) => ({ iops: own, latency: whole.latency + (offsets[index] ?? 0) }));
}

/** Whole numbers near each part's share that add up to `total`: the largest remainders are rounded up. */
function apportion(total: number, parts: readonly Part[]): number[] {
  const weights = parts.reduce((sum, part) => sum + part.weight, 0);
  const shares = parts.map((part) => (total * part.weight) / weights);
  const floors = shares.map(Math.floor);
  const missing = total - floors.reduce((sum, share) => sum + share, 0);
  const byRemainder = shares.map((share, index) => ({ index, remainder: share % 1 }));
  byRemainder.sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  for (const { index } of byRemainder.slice(0, missing)) {
    floors[index] = (floors[index] ?? 0) + 1;
  }
  return floors;
}

/** The parts' offsets in whole microseconds, shifted so that their mean, weighted by the shares, is near 0. */
function centredOffsets(shares: readonly number[], parts: readonly Part[], total: number): number[] {
  const offsets = parts.map((part) => part.latencyOffset);
  const mean = total === 0 ? 0 : weightedSum(shares, offsets) / total;
  const centred = offsets.map((offset) => Math.round(offset - mean));
  const [low, high] = nestedPairs(centred).at(-1) ?? [];
  // A distance of one microsecond lets the innermost pair settle whatever the others leave.
  if (low !== undefined && high !== undefined) {
    centred[high] = (centred[low] ?? 0) + 1;
  }
  return centred;
}

/**
 * Moves operations between parts until the offsets, weighted by them, add up to nothing: within each pair from the one
 * above to the one below or back, the widest pair first. No part gives more than a third. Undefined where that is not enough.
 */
function balance(shares: readonly number[], offsets: readonly number[]): number[] | undefined {
  const moved = [...shares];
  let residual = weightedSum(shares, offsets);
  for (const [low, high] of nestedPairs(offsets)) {
    const distance = (offsets[high] ?? 0) - (offsets[low] ?? 0);
    const [from, to] = residual > 0 ? [high, low] : [low, high];
    const wanted = distance === 0 ? 0 : Math.floor(Math.abs(residual) / distance);
    const amount = Math.min(wanted, Math.floor((moved[from] ?? 0) / 3));
    moved[from] = (moved[from] ?? 0) - amount;
    moved[to] = (moved[to] ?? 0) + amount;
    residual -= Math.sign(residual) * amount * distance;
  }
  return residual === 0 ? moved : undefined;
}

/** The places of the lowest and the highest offset, then of the next ones inwards. */
function nestedPairs(offsets: readonly number[]): [low: number, high: number][] {
  const places = offsets.map((_, place) => place);
  places.sort((left, right) => (offsets[left] ?? 0) - (offsets[right] ?? 0) || left - right);
  const half = Math.floor(places.length / 2);
  return places.slice(0, half).map((low, index) => [low, places.at(-1 - index) ?? low]);
}

function weightedSum(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
}
