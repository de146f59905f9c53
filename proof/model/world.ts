import type { Front } from "../support/provider-front";
import type { ArrayState } from "./array-state";
import { FIRST_SVMS, type SimulatedArray } from "./simulated-array";
import { Stack } from "./stack";

/** Everything that the commands of one sequence act on. */
export class World {
  readonly stacks: readonly Stack[] = [new Stack("A"), new Stack("B")];
  /** What was done so far, a line for each command. */
  readonly trail: string[] = [];
  /** Number of the next SVM name that nobody has used. */
  nextName = FIRST_SVMS.length + 1;

  /** Names that SVMs had. */
  readonly formerNames: string[] = [];

  private constructor(
    readonly array: SimulatedArray,
    readonly front: Front,
    /** The array as the last command left it. */
    public present: ArrayState,
    /** Arguments that the build does not know yet. */
    readonly unsupported: ReadonlySet<string>,
  ) {}

  static async start(
    array: SimulatedArray,
    front: Front,
    unsupported: ReadonlySet<string>,
    unknowns: Readonly<Record<string, unknown>>,
  ): Promise<World> {
    await array.reset(unknowns);
    return new World(array, front, await array.state(), unsupported);
  }

  stack(name: "A" | "B"): Stack {
    const [a, b] = this.stacks;
    const found = name === "A" ? a : b;
    if (found === undefined) {
      throw new Error(`there is no stack ${name}`);
    }
    return found;
  }

  async look(): Promise<void> {
    this.present = await this.array.state();
  }
}
