import type { EngineEnd, EngineStack } from "../support/engine-stack";
import { UP } from "../support/engine-stack";
import type { Program } from "../support/program";

/** What it took to come back from a crash. */
export interface Recovery {
  /** The commands that were run, in order. */
  readonly commands: readonly string[];
  /** True where a create without evidence ended in conflict, and was adopted. */
  readonly isAdopted: boolean;
  readonly last: EngineEnd;
}

/**
 * Does what the engine and the provider ask for after a crash, and nothing else: removes a file that a killed engine
 * had only begun to write, breaks the lock that it left, clears creates of which it does not know what became, runs `up` again, and, where that may be, once more with
 * `adopt` after a conflict.
 */
export async function recover(stack: EngineStack, program: Program, mayConflict: boolean): Promise<Recovery> {
  const commands: string[] = [];
  const run = async (args: readonly string[]): Promise<EngineEnd> => {
    commands.push(args.join(" "));
    return stack.run(args);
  };
  const unlocked = async (args: readonly string[]): Promise<EngineEnd> => {
    const end = await run(args);
    if (end.code === 0 || !/is currently locked/.test(end.text)) {
      return end;
    }
    await run(["cancel", "--yes"]);
    return run(args);
  };
  if (stack.removeCutAttributes()) {
    commands.push("(the state's empty .attrs file removed)");
  }
  if (stack.recorded().pending > 0) {
    await unlocked(["refresh", "--yes", "--skip-preview", "--clear-pending-creates"]);
  }
  const last = await unlocked(UP);
  if (last.code === 0 || !mayConflict || !/adopt: true/.test(last.text)) {
    return { commands, isAdopted: false, last };
  }
  stack.setProgram(program.map((declared) => ({ ...declared, args: { ...declared.args, adopt: true } })));
  return { commands, last: await run(UP), isAdopted: true };
}
