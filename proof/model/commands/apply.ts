import type { World } from "../world";
import { Command } from "./command";
import type { Up } from "./up";

/** What people do most: some edits of the program, as far as they can be made, and then `pulumi up`. */
export class Apply extends Command {
  constructor(
    private readonly edits: readonly Command[],
    private readonly up: Up,
  ) {
    super();
  }

  check(world: Readonly<World>): boolean {
    return this.edits.some((edit) => edit.check(world));
  }

  protected async act(world: World): Promise<void> {
    for (const command of [...this.edits, this.up]) {
      if (command.check(world)) {
        await command.run(world, world);
      }
    }
  }
}
