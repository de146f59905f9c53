import { exitCode } from "../exit-codes";
import { withProgress } from "../progress";
import type { Target } from "./languages";
import { moveSteps } from "./move-steps";
import type { ImportOptions } from "./options";
import { planImport } from "./plan";
import { MoveError, recordedInventory } from "./recorded-inventory";
import { writePlan } from "./write-plan";

/**
 * Writes the file and the program by which a stack records its credentials as tables, or one by one, from its state
 * alone. Throws {@link MoveError}.
 */
export async function moveStack(options: ImportOptions, target: Target): Promise<number> {
  const { out, place, cluster } = options;
  const { stack, svms, moved, replaced, side, provider, connection } = await withProgress(
    "import",
    async ({ step }) => {
      step("reading the state");
      return recordedInventory(place, options);
    },
  );
  if (side !== target.side) {
    const way =
      side === "dynamic" ? "--language typescript, without --provider" : "--provider, or --language yaml or python";
    throw new MoveError(
      `the stack records ${side === "dynamic" ? "dynamic resources" : "resources through the plugin"}, which a program of ${way} declares; nothing was written`,
    );
  }
  const planned = planImport(svms, new Map(), cluster, side);
  const names = new Set([...moved].map(({ type }) => type));
  const plan = {
    ...planned,
    imported: planned.resources.filter(({ className }) => names.has(className)),
    ...(provider === undefined ? {} : { provider }),
  };
  // The stack's project is there already.
  const written = await writePlan(out, plan, { ...target, projectFiles: () => ({}) }, connection);
  process.stdout.write(
    await moveSteps({ folder: out, place, stack, plan, program: target.program, written, replaced }),
  );
  return exitCode.done;
}
