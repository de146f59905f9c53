import type { Front } from "../../test/provider/provider-harness";
import { chosen } from "../support/chosen";
import { inParallel } from "../support/in-parallel";
import type { Tally } from "../support/tally";
import { type FaultCase, play, titleOf } from "./case";
import { casesOf, chosenCases, type Extent } from "./cases";
import { judge } from "./judge";
import { operations } from "./operations";
import { type Reference, referenceOf } from "./reference";
import { unsettled } from "./settled";
import { Stage } from "./stage";

/** Every fault at every request of every operation on one front. */
export async function proveOperations(
  front: Front,
  extent: Extent & { readonly operations: number },
  tally: Tally,
  progress: (line: string) => void,
): Promise<void> {
  const stages = await Stage.start(front, extent.arrays);
  try {
    const tried = chosen(operations, extent.operations, extent.seed);
    const references = new Map<string, Reference>();
    await inParallel(stages, tried, async (stage, operation) => {
      references.set(operation.name, await referenceOf(stage, operation));
    });
    // In an order that does not depend on which was the quickest.
    const all = tried.flatMap(({ name }) => references.get(name) ?? []).flatMap(casesOf);
    const cases = chosenCases(all, extent);
    progress(`${front}: ${cases.length} of ${all.length} cases of ${tried.length} operations`);
    await inParallel(stages, cases, (stage, fault) => prove(stage, fault, tally));
  } finally {
    await Stage.stop(stages);
  }
}

async function prove(stage: Stage, fault: FaultCase, tally: Tally): Promise<void> {
  const played = await play(stage, fault);
  const findings = judge(fault, played);
  const open = findings.length === 0 && !played.isAdopted ? await unsettled(stage, fault, played) : [];
  tally.add({
    title: `${stage.front}: ${titleOf(fault)}`,
    findings: [...findings, ...open.map((what) => ({ wrong: "not as the program says", what }))],
    isAdopted: played.isAdopted,
    runs: played.runs.map(({ failure }) => failure ?? "went well"),
  });
}
