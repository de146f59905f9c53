import type { Bag } from "../schema/bag";
import { apply } from "./apply";
import { confirmed } from "./confirm";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { changeOf, lookAtWrite } from "./look";
import { PartialFailure } from "./partial-failure";
import { restore } from "./restore";
import { outputsOf } from "./state";
import { objectSubject, svmSubject } from "./subjects";
import { writeOnSvm } from "./svm-write";
import { targetOf } from "./target";
import type { World } from "./world";

/**
 * Sends what changed, and nothing else; nothing is read before or after. Where a later request of several fails, what
 * was achieved is recorded and the next run goes on from there. An object that went with its replaced prerequisite is
 * created again instead.
 */
export async function update<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  olds: Bag,
  news: Bag,
): Promise<Bag> {
  const want = definition.inputs(news);
  const target = targetOf(world, definition, id, olds, want.cluster);
  const { key, ontap } = target;
  const recorded = await confirmed(world, target, want);
  const svmName = world.memory.svmNames.lastKnown(ontap, key.svmUuid) ?? recorded.computed.svmName;
  const state = { ...recorded, computed: { ...recorded.computed, ...(svmName === undefined ? {} : { svmName }) } };
  if (world.memory.cascades.takeLost(objectSubject(definition, ontap, key))) {
    await restore(world, target, want);
    return outputsOf({ ...state, inputs: want });
  }
  const changes = definition.changes(key, state.inputs, want, svmName ?? "");
  if (changes.length === 0) {
    return outputsOf({ ...state, inputs: want });
  }
  const write = async () => {
    await lookAtWrite(world, target, changeOf(definition, state.inputs, want));
    return apply(definition, ontap, key, state.inputs, changes);
  };
  const { failure, done, reached } = await writeOnSvm(world, ontap, target.names, definition.exclusive(want), write);
  if (failure === undefined) {
    world.memory.planned(definition).settle(svmSubject(ontap, key), id);
    return outputsOf({ ...state, inputs: want });
  }
  if (done === 0) {
    throw failure;
  }
  throw new PartialFailure(id, outputsOf({ ...state, inputs: reached }), failure);
}
