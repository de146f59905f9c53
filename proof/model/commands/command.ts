import type { AsyncCommand } from "fast-check";
import { Violation } from "../violation";
import type { World } from "../world";

/** What can be done in a sequence. Model and system are one object: the model is what the world knows of itself. */
export abstract class Command implements AsyncCommand<World, World> {
  /** What was done, in the words of whoever does it by hand; known once it has run, and empty of what is made of others. */
  protected shown = "";

  abstract check(world: Readonly<World>): boolean;

  /** @throws Violation where something that must hold does not. */
  protected abstract act(world: World): Promise<void>;

  async run(_model: World, world: World): Promise<void> {
    try {
      await this.act(world);
    } catch (error) {
      if (error instanceof Violation && error.trail.length === 0) {
        error.trail = [...world.trail, this.shown];
      }
      throw error;
    }
    if (this.shown !== "") {
      world.trail.push(this.shown);
    }
  }

  toString(): string {
    return this.shown;
  }
}
