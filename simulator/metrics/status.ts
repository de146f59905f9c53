import type { Level } from "./levels";
import { noiseOf } from "./noise";

/** The statuses of ONTAP's list that this generator uses. */
export type Status = "ok" | "partial_no_data" | "backfilled_data";

/**
 * The status of a sample. In every half of an interval one sample was collected late (`backfilled_data`) and one lacks some
 * node's data (`partial_no_data`), so that whatever span a client asks for shows gaps. Each level has its own: a coarse
 * sample does not inherit the status of finer ones.
 */
export function sampleStatus(seed: number, level: Level, sample: number): Status {
  const span = level.samples / 2;
  const block = Math.floor(sample / span);
  const place = sample - Math.ceil(block * span);
  const size = Math.ceil((block + 1) * span) - Math.ceil(block * span);
  const partial = Math.floor(size * noiseOf(seed, `gap ${level.interval}`)(block));
  const late = (partial + 1 + Math.floor((size - 1) * noiseOf(seed, `late ${level.interval}`)(block))) % size;
  if (place === partial) {
    return "partial_no_data";
  }
  return place === late ? "backfilled_data" : "ok";
}
