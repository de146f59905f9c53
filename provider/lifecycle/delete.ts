import { isRefusal, OntapError } from "../rest";
import { SVM_UNKNOWN } from "../rest/codes";
import { type Bag, textAt } from "../schema/bag";
import { isOursToDelete } from "./confirm";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { forget, refuseToLoseDependents } from "./dependents";
import { saysGone } from "./gone";
import { lookAtWrite } from "./look";
import { objectSubject, svmSubject } from "./subjects";
import { writeOnSvm } from "./svm-write";
import { type Target, targetOf } from "./target";
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
  const target = targetOf(world, definition, id, recorded, textAt(recorded, "cluster"));
  const { key, ontap, state, svm } = target;
  const { inputs: have, takenOver, owner } = state;
  const { cascades } = world.memory;
  const title = definition.title(have);
  const subject = objectSubject(definition, ontap, key);
  if (world.memory.hasOtherOwner(subject, owner)) {
    world.warn(
      `${title}: it is left as it is, since another resource of this stack took it over in this run. To rename a resource, give it an alias (the option aliases); see docs/import.md`,
    );
    return;
  }
  if (!(await isOursToDelete(world, target))) {
    return;
  }
  if (definition.founds) {
    refuseToLoseDependents(cascades, svm, `delete ${title}`);
  }
  forget(world.memory, subject);
  const goesWithAnother = !definition.founds && cascades.replacementOf(svm) === "planned";
  const opened = goesWithAnother ? undefined : definition.loosensByDeletion(have, takenOver);
  if (opened !== undefined && world.memory.isFirstDeletion(`${svmSubject(ontap, key)} ${opened}`)) {
    world.warn(`${title}: ${opened}`);
  }
  const isForced =
    have.forceDisconnect === true ||
    forcedByEnvironment(world.env, id) ||
    forcedByEnvironment(world.env, key.svmUuid) ||
    (cascades.isForced(svm) && cascades.replacementOf(svm) !== undefined);
  try {
    await writeOnSvm(world, ontap, target.names, definition.exclusive(have), () =>
      definition.remove(ontap, key, have, {
        takenOver,
        adopted: owner !== undefined,
        goesWithAnother,
        guard: (actual) => guardDeletion(world, target, actual, isForced),
        warn: (text) => world.warn(`${title}: ${text}`),
      }),
    );
  } catch (error) {
    if (!saysGone(world.env, definition, id, error)) {
      throw explained(title, error);
    }
  }
  world.memory.planned(definition).settle(svmSubject(ontap, key), id);
  if (definition.founds) {
    noteLossOfDependents(world, target, title);
  }
}

/** What is asked for after this comes back if the program has it; of what nobody asks for only a refresh can tell. */
function noteLossOfDependents<Inputs extends CommonInputs, Wire>(
  world: World,
  { svm }: Target<Inputs, Wire>,
  title: string,
): void {
  const { cascades } = world.memory;
  if (cascades.replacementOf(svm) === undefined) {
    world.warn(
      `${title}: ONTAP deletes the SVM's credentials with it. If the stack still records any of them, run pulumi refresh, which removes their entries`,
    );
  }
  cascades.notePrerequisiteDeleted(svm);
}

function guardDeletion<Inputs extends CommonInputs, Wire>(
  world: World,
  target: Target<Inputs, Wire>,
  actual: Inputs,
  isForced: boolean,
): Promise<void> {
  const { definition, key, state } = target;
  return lookAtWrite(world, target, {
    tried: `delete ${definition.title(state.inputs)}`,
    have: actual,
    want: undefined,
    isForced,
    allowance: `set ONTAP_FORCE_DISCONNECT=${definition.id(key)} for this run, or forceDisconnect: true by an up before it`,
  });
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
