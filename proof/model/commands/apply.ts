import type { World } from "../world";
import { Command } from "./command";

/** What people do most: some changes, as far as they can be made, and then what shows or carries them out. */
export class Apply extends Command {
  constructor(
    private readonly changes: readonly Command[],
    private readonly then: readonly Command[],
  ) {
    super();
  }

  check(world: Readonly<World>): boolean {
    return this.changes.some((change) => change.check(world));
  }

  protected async act(world: World): Promise<void> {
    for (const command of [...this.changes, ...this.then]) {
      if (command.check(world)) {
        await command.run(world, world);
      }
    }
  }
}
