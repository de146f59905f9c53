import { driftIsExact } from "../invariants/drift";
import { writesNothing } from "../invariants/quiet";
import { learnFromRefresh } from "../learn";
import { refresh } from "../refresh";
import type { Fault } from "../simulated-array";
import { Violation } from "../violation";
import type { World } from "../world";
import { Command } from "./command";

/** `pulumi refresh`. */
export class Refresh extends Command {
  constructor(private readonly options: { readonly stack: "A" | "B"; readonly fault: Fault | undefined }) {
    super();
  }

  check(world: Readonly<World>): boolean {
    return world.stack(this.options.stack).state.size > 0;
  }

  protected async act(world: World): Promise<void> {
    const { array, front, present } = world;
    const { stack: letter, fault } = this.options;
    const stack = world.stack(letter);
    const entries = new Map(stack.state);
    this.shown = `${letter}: pulumi refresh${fault === undefined ? "" : ` with ${fault.kind} at ${fault.method} ${fault.nth}, ${fault.times} times`}`;
    await array.takeRequests();
    await front.begin({});
    if (fault !== undefined) {
      await array.setFault(fault);
    }
    const { drifts, error } = await refresh(front, stack.state);
    await array.clearFaults();
    writesNothing("refresh", await array.takeRequests(), present, await array.state());
    if (error !== undefined && fault === undefined) {
      throw new Violation("a refresh does not fail", `${letter}: ${error.split("\n", 1).join("")}`);
    }
    driftIsExact(stack, entries, present, drifts);
    learnFromRefresh(stack, entries, present, drifts);
    this.shown += ` -> ${drifts.flatMap(({ name, changed }) => (changed.length === 0 ? [] : [`${name}: ${changed}`])).join("; ") || "no drift"}`;
  }
}
