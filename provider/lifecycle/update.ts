import type { PropertyMap } from "../schema/property-map";
import { apply } from "./apply";
import { confirmed } from "./confirm";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { changeOf, lookAtWrite } from "./look";
import { newOwner, recordRows } from "./owners";
import { cameAnywhere, PartialFailure } from "./partial-failure";
import { settlePlanned } from "./planned";
import type { ProviderContext } from "./provider-context";
import { restore } from "./restore";
import { outputsOf } from "./state";
import { objectSubject } from "./subjects";
import { writeOnSvm } from "./svm-write";
import { type Target, targetOf } from "./target";

/**
 * Sends what changed, and nothing else; nothing is read before or after. Where a later request of several fails, what
 * was achieved is recorded and the next run goes on from there. An object that went with its replaced prerequisite is
 * created again instead.
 */
export async function update<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  olds: PropertyMap,
  news: PropertyMap,
): Promise<PropertyMap> {
  const want = definition.inputs(news);
  const target = targetOf(context, definition, id, olds, want.cluster);
  const { key, ontap } = target;
  const recorded = await confirmed(context, target, want);
  const computed = { ...recorded.computed, ...namesNow(context, target) };
  const { svmName } = computed;
  const state = { ...recorded, computed };
  if (context.memory.cascades.takeLost(objectSubject(definition, ontap, key))) {
    const kept = await restore(context, target, want);
    recordRows(context.memory, target, want, state.owner);
    return outputsOf({ ...state, inputs: want, ...kept });
  }
  const changes = definition.changes(key, state.inputs, want, svmName ?? "", state.notes);
  const owner = state.owner ?? newOwner(definition);
  if (changes.length === 0) {
    recordRows(context.memory, target, want, owner);
    const notes = definition.rows?.notes(want, want, state.notes);
    return outputsOf({ ...state, owner, inputs: want, notes });
  }
  const { adoptedFrom, notes } = state;
  const run = { context, owner, adoptedFrom, notes };
  const write = async () => {
    await lookAtWrite(context, target, changeOf(definition, state.inputs, want));
    return apply(definition, ontap, key, state.inputs, changes, run);
  };
  const progress = await writeOnSvm(context, ontap, target.names, definition.isExclusive(want), write);
  const { failure, reached, kept } = progress;
  recordRows(context.memory, target, reached, owner);
  if (failure === undefined) {
    settlePlanned(context.memory, target, state.inputs, want);
    return outputsOf({ ...state, owner, inputs: want, ...kept });
  }
  if (!cameAnywhere(progress)) {
    throw failure;
  }
  throw new PartialFailure(id, outputsOf({ ...state, owner, inputs: reached, ...kept }), failure);
}

/** Names that the array has given meanwhile to what the object belongs to, as far as this process has heard of them. */
export function namesNow<Inputs extends CommonInputs, Wire>(
  { memory }: ProviderContext,
  { ontap, key }: Pick<Target<Inputs, Wire>, "ontap" | "key">,
): { readonly svmName?: string } {
  const svmName = memory.svmNames.lastKnown(ontap, key.svmUuid);
  return svmName === undefined ? {} : { svmName };
}
