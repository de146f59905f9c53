import { type Level, levelAt, levels } from "./levels";
import { swing } from "./noise";
import { type Part, splitLoad } from "./split";
import { sampleStatus } from "./status";
import { dailyCurve, dayWorkload, type Operation, type Workload } from "./workload";

const coarsest = levels.length - 1;

/**
 * The load history of one service at every level, computed from the top: a day has its mean, and each sample is split into
 * the samples of the next finer level so that these average back to it exactly. A sample that is not `ok` holds the mean
 * of the coarser sample around it, so the average of the others is that mean too. Nothing is stored between instances;
 * one instance remembers what it has split.
 */
export class Series {
  readonly #splits = new Map<string, readonly Workload[]>();

  /** @param seed the service's, from `seedOf`. */
  constructor(readonly seed: number) {}

  /** The workload of a sample: the `depth` of its level in `levels`, and its number as `newestSample` counts. */
  at(depth: number, sample: number): Workload {
    if (depth === coarsest) return dayWorkload(this.seed, sample - 1);
    const parts = levelAt(depth + 1).stepSeconds / levelAt(depth).stepSeconds;
    const whole = Math.ceil(sample / parts);
    const split = this.#split(depth, whole, parts);
    const found = split[sample - 1 - (whole - 1) * parts];
    if (found === undefined) throw new RangeError(`Sample ${sample} is not a whole number.`);
    return found;
  }

  #split(depth: number, whole: number, parts: number): readonly Workload[] {
    const key = `${depth}/${whole}`;
    const known = this.#splits.get(key);
    if (known !== undefined) return known;
    const level = levelAt(depth);
    const samples = Array.from({ length: parts }, (_, index) => (whole - 1) * parts + 1 + index);
    const sound = samples.filter((sample) => sampleStatus(this.seed, level, sample) === "ok");
    const workload = this.at(depth + 1, whole);
    const loads = (operation: Operation) =>
      splitLoad(workload[operation], this.#parts(level, sound, operation, workload));
    const [reads, writes, others] = [loads("read"), loads("write"), loads("other")];
    const split = samples.map((sample) => {
      const index = sound.indexOf(sample);
      return {
        read: reads[index] ?? workload.read,
        write: writes[index] ?? workload.write,
        other: others[index] ?? workload.other,
      };
    });
    this.#splits.set(key, split);
    return split;
  }

  /** Busier times are slower ones, with noise on both. */
  #parts(level: Level, samples: readonly number[], operation: Operation, whole: Workload): Part[] {
    return samples.map((sample) => {
      const middle = (sample - 0.5) * level.stepSeconds;
      const purpose = `${level.interval} ${operation}`;
      const bustle = dailyCurve(this.seed, middle) * (1 + level.unrest * swing(this.seed, purpose, sample));
      const jitter = level.unrest * swing(this.seed, `${purpose} latency`, sample);
      return { weight: bustle, latencyOffset: whole[operation].latency * (0.2 * (bustle - 1) + 0.4 * jitter) };
    });
  }
}
