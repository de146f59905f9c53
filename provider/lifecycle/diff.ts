import { isRefusal } from "../rest";
import { NO_ENTRY, SVM_UNKNOWN } from "../rest/codes";
import { type Bag, bagOf, same } from "../schema/bag";
import { svmOf } from "../schema/svm";
import { hasUnknown, isUnknown } from "../schema/unknown";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";
import { guard } from "./guard";
import { inputsOf, type State, stateOf } from "./state";
import { changeSubject, deleteSubject, objectSubject, svmSubject } from "./subjects";
import { meansJustRead, meansSame, type RecordedSvm } from "./which-svm";
import type { World } from "./world";

/** What a diff says. Without `changes` the engine compares the inputs itself, and so shows every property. */
export interface Difference {
  readonly changes?: false;
  readonly replaces?: readonly string[];
  readonly deleteBeforeReplace?: true;
}

/**
 * Compares what is recorded with what is wanted. In a preview and in `up` (where the wanted inputs were checked in this
 * process) it also looks, where the change could hit live sessions, and throws `guarded` if it would. In a refresh,
 * which compares what was just read with recorded inputs, it never asks and never refuses.
 */
export async function diff<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  olds: Bag,
  news: Bag,
): Promise<Difference> {
  const state = stateOf(definition, olds);
  const have = inputsOf(olds);
  const key = definition.key(id);
  const svm = { given: state.inputs.svm, name: state.computed.svmName, uuid: key.svmUuid };
  if (!world.memory.wasChecked(definition.type, news)) {
    if (definition.replacedBy.some((property) => hasUnknown(news[property]))) {
      // The engine asks so whether a replacement of the service takes this object with it. It does: ONTAP deletes an
      // SVM's credentials with its service, so they are deleted before and created again after.
      await guardCascade(world, definition, key, state);
      return { replaces: ["svm"], deleteBeforeReplace: true };
    }
    return onlySpelling(have, news) && meansJustRead(svm, svmOf(news)) ? UNCHANGED : {};
  }
  const want = definition.inputs(knownOr(have, news));
  const replaces = await replacements(world, definition, svm, have, news);
  if (replaces.length > 0) {
    await guardDeletion(world, definition, key, state, want.forceDisconnect === true);
    return { replaces, deleteBeforeReplace: true };
  }
  if (state.owner !== undefined) {
    world.memory.noteTakenOver(objectSubject(definition, world.connections.client(want.cluster), key), state.owner);
  }
  await guardChange(world, definition, key, state, want);
  const letsIn = definition.loosens(state.inputs, want);
  if (letsIn !== undefined) {
    world.warn(`${definition.title(want)}: ${letsIn}`);
  }
  return onlySpelling(have, news) ? UNCHANGED : {};
}

/** Said where the engine, which compares with the inputs of the last run, could see a change in a mere spelling. */
const UNCHANGED: Difference = { changes: false };

/** True where nothing but the spelling of `svm` may differ. */
function onlySpelling(have: Bag, want: Bag): boolean {
  return !hasUnknown(want.svm) && same({ ...have, svm: undefined }, { ...want, svm: undefined });
}

async function replacements<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  svm: RecordedSvm,
  have: Bag,
  want: Bag,
): Promise<readonly string[]> {
  const replaces: string[] = [];
  for (const property of definition.replacedBy) {
    if (!hasUnknown(want[property]) && !same(have[property], want[property])) {
      if (!(await isSameObject(world, property, svm, want))) {
        replaces.push(property);
      }
    }
  }
  return replaces;
}

async function isSameObject(world: World, property: string, svm: RecordedSvm, want: Bag): Promise<boolean> {
  if ((property !== "svm" && property !== "cluster") || isUnknown(want.cluster)) {
    return false;
  }
  const ontap = world.connections.client(typeof want.cluster === "string" ? want.cluster : undefined);
  if (property === "svm") {
    return meansSame(ontap, svm, svmOf(want));
  }
  try {
    await ontap.svms.get(svm.uuid);
    return true;
  } catch (error) {
    if (isRefusal(error, NO_ENTRY, SVM_UNKNOWN)) {
      return false;
    }
    throw error;
  }
}

async function guardChange<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  key: ObjectKey,
  state: State<Inputs>,
  want: Inputs,
): Promise<void> {
  const concern = definition.concern(key, state.inputs, want);
  if (concern === undefined || want.forceDisconnect === true) {
    return;
  }
  await guard(world.connections.client(want.cluster), `change ${definition.title(want)}`, concern);
  world.memory.permits.looked(changeSubject(definition, key, want));
}

async function guardDeletion<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  key: ObjectKey,
  state: State<Inputs>,
  forced: boolean,
): Promise<void> {
  const subject = deleteSubject(definition, key);
  if (forced) {
    world.memory.permits.forced(subject);
    world.memory.noteCleared(svmSubject(world.connections.client(state.inputs.cluster), key));
    return;
  }
  const concern = definition.concern(key, state.inputs, undefined);
  if (concern !== undefined) {
    await guard(world.connections.client(state.inputs.cluster), `replace ${definition.title(state.inputs)}`, concern);
    world.memory.permits.looked(subject);
  }
}

/**
 * Where a replacement of the service is forced past `diff`, its dependents are asked first, and they would be deleted
 * before the service is refused: so the SVM's sessions are looked at here, once.
 */
async function guardCascade<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  key: ObjectKey,
  state: State<Inputs>,
): Promise<void> {
  const ontap = world.connections.client(state.inputs.cluster);
  const subject = svmSubject(ontap, key);
  if (world.memory.isCleared(subject)) {
    return;
  }
  await guard(ontap, `replace what ${definition.title(state.inputs)} belongs to`, {
    svmUuid: key.svmUuid,
    effect: "cut",
    needsRows: false,
    judge: () => "replacing the service ends every session of the SVM",
  });
  world.memory.noteCleared(subject);
}

/** The wanted inputs with what is recorded in the place of what is not known yet, so that only known changes count. */
function knownOr(have: Bag, want: Bag): Bag {
  return Object.fromEntries(
    Object.entries(want).flatMap(([key, value]) => {
      const known = isUnknown(value) ? have[key] : inside(have[key], value);
      return known === undefined ? [] : [[key, known]];
    }),
  );
}

function inside(have: unknown, want: unknown): unknown {
  const bag = bagOf(want);
  if (bag !== undefined) {
    return knownOr(bagOf(have) ?? {}, bag);
  }
  return Array.isArray(want) && hasUnknown(want) ? have : want;
}
