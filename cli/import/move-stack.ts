import { textAt } from "../../provider/schema";
import { exitCode } from "../exit-codes";
import { withProgress } from "../progress";
import { importFile } from "./import-file";
import type { Target } from "./languages";
import { MoveError } from "./move-error";
import { moveSteps } from "./move-steps";
import type { ImportOptions } from "./options";
import { type PlannedResource, planImport } from "./plan";
import { recordedInventory } from "./recorded-inventory";
import { writePlan } from "./write-plan";

/**
 * Writes the file and the program by which a stack records its credentials as tables, or one by one, from its state
 * alone. Throws {@link MoveError}.
 */
export async function moveStack(options: ImportOptions, target: Target): Promise<number> {
  const { out, place, cluster } = options;
  const { stack, svms, moved, replaced, side, provider, connection, isPlain } = await withProgress(
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
    isPiped: isPlain,
    ...(provider === undefined ? {} : { provider }),
  };
  if (options.printImportFile) {
    // The passwords of a plan stay out of every file that is written.
    const imported = isPlain ? plan.imported.map(withRecordedPasswords) : plan.imported;
    process.stdout.write(importFile({ ...plan, imported }));
    return exitCode.done;
  }
  // The stack's project is there already.
  const written = await writePlan(out, plan, { ...target, projectFiles: () => ({}) }, connection);
  process.stdout.write(await moveSteps({ options, stack, plan, program: target.program, written, replaced }));
  return exitCode.done;
}

function withRecordedPasswords(resource: PlannedResource): PlannedResource {
  const { object, passwords } = resource;
  return {
    ...resource,
    passwords: passwords.map((password) => ({ ...password, value: textAt(object.inputs, ...password.path) })),
  };
}
