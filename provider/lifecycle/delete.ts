import { isRefusal, OntapError } from "../rest";
import { SVM_UNKNOWN } from "../rest/codes";
import type { Bag } from "../schema/bag";
import { isOursToDelete } from "./confirm";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { saysGone } from "./gone";
import { guard } from "./guard";
import { stateOf } from "./state";
import { deleteSubject, lockSubject, objectSubject, svmSubject } from "./subjects";
import { forcedByEnvironment, type World } from "./world";

/**
 * Deletes the object, unless live sessions would be hit. No preview announces a deletion to a provider, so this is
 * where they are looked at; in a replacement `diff` did it already. Finding nothing to delete is success.
 */
export async function remove<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  recorded: Bag,
): Promise<void> {
  const key = definition.key(id);
  const state = stateOf(definition, recorded);
  const { inputs: have, computed, takenOver, owner } = state;
  const ontap = world.connections.client(have.cluster);
  const title = definition.title(have);
  if (world.memory.hasOtherOwner(objectSubject(definition, ontap, key), owner)) {
    world.warn(`${title}: it is left as it is, since another resource of this stack took it over in this run`);
    return;
  }
  if (!(await isOursToDelete(world, definition, ontap, key, state))) {
    return;
  }
  const allowed =
    have.forceDisconnect === true ||
    forcedByEnvironment(world.env, id) ||
    world.memory.permits.take(deleteSubject(definition, key));

  const opened = definition.loosensByDeletion(have, takenOver);
  if (opened !== undefined && world.memory.isFirstDeletion(`${svmSubject(ontap, key)} ${opened}`)) {
    world.warn(`${title}: ${opened}`);
  }

  const guardDeletion = async (found: Inputs): Promise<void> => {
    const concern = definition.concern(key, found, undefined);
    if (concern !== undefined && !allowed) {
      const allowance = `set ONTAP_FORCE_DISCONNECT=${id} for this run, or forceDisconnect: true by an up before it`;
      await guard(ontap, `delete ${title}`, concern, allowance);
    }
  };

  try {
    const lock = lockSubject(ontap, { name: computed.svmName, uuid: key.svmUuid });
    await world.memory.locks.run(lock, definition.exclusive, () =>
      definition.remove(ontap, key, have, {
        takenOver,
        guard: guardDeletion,
        warn: (text) => world.warn(`${title}: ${text}`),
      }),
    );
  } catch (error) {
    if (saysGone(world.env, definition, id, error)) {
      return;
    }
    throw explained(title, error);
  } finally {
    world.memory.written(ontap);
  }
}

function explained(title: string, error: unknown): unknown {
  if (!(error instanceof OntapError) || error.code === "guarded") {
    return error;
  }
  const hint = isRefusal(error, SVM_UNKNOWN)
    ? "It may be the wrong array. If the SVM was deleted, say so: ONTAP_DELETED_SVMS=<uuid>."
    : error.next;
  return error.about(`delete ${title}`, hint);
}
