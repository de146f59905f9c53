import { levelAt, levels } from "./levels";
import { type Noise, swingOf } from "./noise";
import type { Service } from "./service";
import { type Part, splitLoad } from "./split";
import { sampleStatus } from "./status";
import type { Operation, Workload } from "./workload";

const COARSEST = levels.length - 1;

/** The noise of one kind of I/O at one level. */
interface Unrest {
  readonly load: Noise;
  readonly latency: Noise;
}

/**
 * The load history of one service at every level, computed from the top: a day has its mean, and each sample is split into
 * the samples of the next finer level so that these average back to it exactly. A sample that is not `ok` holds the mean
 * of the coarser sample around it, so the average of the others is that mean too. Nothing is stored between instances;
 * one instance remembers what it has split.
 */
export class Series {
  readonly #splits = new Map<string, readonly Workload[]>();
  readonly #unrest: readonly Readonly<Record<Operation, Unrest>>[];

  constructor(readonly service: Service) {
    this.#unrest = levels.map(({ interval }) => {
      const unrest = (operation: Operation): Unrest => ({
        load: swingOf(service.seed, `${interval} ${operation}`),
        latency: swingOf(service.seed, `${interval} ${operation} latency`),
      });
      return { read: unrest("read"), write: unrest("write"), other: unrest("other") };
    });
  }

  /** The workload of a sample: the `depth` of its level in `levels`, and its number as `newestSample` counts. */
  at(depth: number, sample: number): Workload {
    if (depth === COARSEST) {
      return this.service.day(sample - 1);
    }
    const parts = levelAt(depth + 1).stepSeconds / levelAt(depth).stepSeconds;
    const whole = Math.ceil(sample / parts);
    const found = this.#split(depth, whole, parts)[sample - 1 - (whole - 1) * parts];
    if (found === undefined) {
      throw new RangeError(`Sample ${sample} is not a whole number.`);
    }
    return found;
  }

  #split(depth: number, whole: number, parts: number): readonly Workload[] {
    const key = `${depth}/${whole}`;
    const known = this.#splits.get(key);
    if (known !== undefined) {
      return known;
    }
    const samples = Array.from({ length: parts }, (_, index) => (whole - 1) * parts + 1 + index);
    const sound = samples.filter((sample) => sampleStatus(this.service.seed, levelAt(depth), sample) === "ok");
    const workload = this.at(depth + 1, whole);
    const loads = (operation: Operation) =>
      splitLoad(workload[operation], this.#parts(depth, sound, operation, workload[operation].latency));
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
  #parts(depth: number, samples: readonly number[], operation: Operation, latency: number): Part[] {
    const { unrest, stepSeconds } = levelAt(depth);
    const swings = this.#unrest[depth]?.[operation];
    return samples.map((sample) => {
      const middle = (sample - 0.5) * stepSeconds;
      const weight = this.service.busyness(middle) * (1 + unrest * (swings?.load(sample) ?? 0));
      const jitter = unrest * (swings?.latency(sample) ?? 0);
      return { weight, latencyOffset: latency * (0.2 * (weight - 1) + 0.4 * jitter) };
    });
  }
}
