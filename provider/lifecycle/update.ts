import type { Bag } from "../schema/bag";
import { apply } from "./apply";
import { confirmed } from "./confirm";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { guard } from "./guard";
import { PartialFailure } from "./partial-failure";
import { outputsOf, stateOf } from "./state";
import { changeSubject, lockSubject } from "./subjects";
import type { World } from "./world";

/**
 * Sends what changed, and nothing else; nothing is read before or after. Where a later request of several fails, what
 * was achieved is recorded and the next run goes on from there.
 */
export async function update<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  olds: Bag,
  news: Bag,
): Promise<Bag> {
  const key = definition.key(id);
  const want = definition.inputs(news);
  const ontap = world.connections.client(want.cluster);
  const state = await confirmed(world, definition, ontap, key, stateOf(definition, olds), want);
  const changes = definition.changes(key, state.inputs, want, state.computed.svmName ?? "");
  if (changes.length === 0) {
    return outputsOf({ ...state, inputs: want });
  }
  const concern = definition.concern(key, state.inputs, want);
  const allowed = want.forceDisconnect === true || world.memory.permits.take(changeSubject(definition, key, want));
  const lock = lockSubject(ontap, { name: state.computed.svmName, uuid: key.svmUuid });
  const progress = await world.memory.locks
    .run(lock, definition.exclusive, async () => {
      if (concern !== undefined && !allowed) {
        await guard(ontap, `change ${definition.title(want)}`, concern);
      }
      return apply(definition, ontap, key, state.inputs, changes);
    })
    .finally(() => world.memory.written(ontap));
  const { failure, done, reached } = progress;
  if (failure === undefined) {
    return outputsOf({ ...state, inputs: want });
  }
  if (done === 0) {
    throw failure;
  }
  throw new PartialFailure(id, outputsOf({ ...state, inputs: reached }), failure);
}
