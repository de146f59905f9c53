import { ArrayProcess, type ArrayState } from "./array-process";
import { BenchStack, type Counts } from "./bench-stack";
import { multiplied, svmUuid } from "./numbered";
import type { Side } from "./program";
import { requireSameBags } from "./same-bags";

/** An array, and two stacks of the same objects: one of the package, which manages them on the array, and its floor. */
export class SideBySide {
  private constructor(
    readonly array: ArrayProcess,
    readonly stacks: Readonly<Record<Side, BenchStack>>,
    /** The array with one service and one host. */
    private readonly first: ArrayState,
  ) {}

  /** Starts the array and brings both stacks up; nothing of them is left when that fails. */
  static async start(program: (side: Side) => string): Promise<SideBySide> {
    const array = await ArrayProcess.start();
    const started: BenchStack[] = [];
    const create = async (side: Side): Promise<BenchStack> => {
      const stack = await BenchStack.create(array, program, side);
      started.push(stack);
      return stack;
    };
    try {
      await array.setState(withoutServices(1));
      const stacks = { ours: await create("ours"), floor: await create("floor") };
      requireSameBags(stacks.ours.recorded, stacks.floor.recorded);
      return new SideBySide(array, stacks, await array.state());
    } catch (error) {
      for (const stack of started) {
        stack.dispose();
      }
      await array.stop();
      throw error;
    }
  }

  /** Both stacks, and the array, as they are after `up`. */
  async hold(counts: Counts): Promise<void> {
    await this.holdOn("ours", counts);
    await this.holdOn("floor", counts);
  }

  /** The stack of that side as it is after `up`; with ours the array, too. */
  async holdOn(side: Side, counts: Counts): Promise<void> {
    if (side === "ours") {
      await this.holdOnArray(counts);
    }
    await this.stacks[side].hold(counts);
  }

  /** The array as `up` leaves it. */
  async holdOnArray(counts: Counts): Promise<void> {
    const collections = Object.entries(this.first).map(([name, records]): [string, unknown] => [
      name,
      Array.isArray(records) ? multiplied(records, counts) : records,
    ]);
    await this.array.setState(Object.fromEntries(collections));
  }

  /** Brings both stacks up, from nothing. */
  async create(counts: Counts): Promise<void> {
    for (const side of ["ours", "floor"] as const) {
      await this.clear(side, counts);
      await this.stacks[side].run(["up", "--yes", "--skip-preview"], counts);
    }
  }

  /** The stack of that side as it is before the first `up`; with ours the array, too. */
  async clear(side: Side, { services }: Counts): Promise<void> {
    if (side === "ours") {
      await this.array.setState(withoutServices(services));
    }
    await this.stacks[side].hold("none");
  }

  async stop(): Promise<void> {
    this.stacks.ours.dispose();
    this.stacks.floor.dispose();
    await this.array.stop();
  }
}

/** Starts both stacks and the array, and stops them whatever happens. */
export async function withBothSides(
  program: (side: Side) => string,
  work: (both: SideBySide) => Promise<void>,
): Promise<void> {
  const both = await SideBySide.start(program);
  try {
    await work(both);
  } finally {
    await both.stop();
  }
}

function withoutServices(svms: number): ArrayState {
  return { svms: Array.from({ length: svms }, (_, n) => ({ uuid: svmUuid(n), name: `svm-${n}` })) };
}
