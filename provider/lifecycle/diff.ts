import { isRefusal } from "../rest";
import { NO_ENTRY, SVM_UNKNOWN } from "../rest/codes";
import { type Bag, bagOf, same, textAt } from "../schema/bag";
import { hasUnknown, isUnknown } from "../schema/unknown";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { guardReplacedDependent, noteDeletion, refuseToLoseDependents, willBeLost } from "./dependents";
import { changeOf, lookInPlan } from "./look";
import { inputsOf } from "./state";
import { deleteSubject, objectSubject, svmSubject } from "./subjects";
import { type Target, targetOf } from "./target";
import { meansSame } from "./which-svm";
import type { World } from "./world";

/** What a diff says. Without `changes` the engine compares the inputs itself, and so shows every property. */
export interface Difference {
  readonly changes?: boolean;
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
  const have = inputsOf(olds);
  if (!world.memory.wasChecked(definition.type, news)) {
    if (definition.replacedBy.some((property) => hasUnknown(news[property]))) {
      // The engine asks so whether a replacement of the service takes this object with it. It does: ONTAP deletes an
      // SVM's credentials with its service, so they are deleted before and created again after.
      await guardReplacedDependent(world, targetOf(world, definition, id, olds, textAt(have, "cluster")));
      return { replaces: ["svm"], deleteBeforeReplace: true };
    }
    // The UUID decides which SVM an object belongs to, so no reference to it is drift.
    return onlySvmDiffers(have, news) ? UNCHANGED : {};
  }
  const replaces = await replacements(world, definition, definition.key(id).svmUuid, have, news);
  const want = definition.inputs(knownOr(have, news));
  if (replaces.length > 0) {
    await planDeletion(
      world,
      targetOf(world, definition, id, olds, textAt(have, "cluster")),
      want.forceDisconnect === true,
    );
    // Said outright, since the inputs may hold the recorded reference to the SVM in the place of the new one.
    return { changes: true, replaces, deleteBeforeReplace: true };
  }
  return planChange(world, targetOf(world, definition, id, olds, want.cluster), want, onlySvmDiffers(have, news));
}

/** Said where the engine, which compares with the inputs of the last run, could see a change in a mere spelling. */
const UNCHANGED: Difference = { changes: false };

/** True where nothing but the reference to the SVM may differ. */
function onlySvmDiffers(have: Bag, want: Bag): boolean {
  return !hasUnknown(want.svm) && same({ ...have, svm: undefined }, { ...want, svm: undefined });
}

async function replacements<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  svmUuid: string,
  have: Bag,
  want: Bag,
): Promise<readonly string[]> {
  const replaces: string[] = [];
  for (const property of definition.replacedBy) {
    if (!hasUnknown(want[property]) && !(await isSame(world, definition.type, property, svmUuid, have, want))) {
      replaces.push(property);
    }
  }
  return replaces;
}

async function isSame(
  world: World,
  type: string,
  property: string,
  svmUuid: string,
  have: Bag,
  want: Bag,
): Promise<boolean> {
  const clientOf = () => world.connections.client(textAt(want, "cluster"));
  if (property === "svm" && !isUnknown(want.cluster)) {
    const { recorded, given } = world.memory.svmOfChecked(type, want);
    // Of a reference that only one of several resources had before, nobody knows whether it was this one.
    const before = recorded.length === 1 ? recorded[0] : undefined;
    const verdicts = given
      .filter((svm) => !same(svm, before))
      .map((svm) => meansSame(world.memory.svmNames, clientOf(), { uuid: svmUuid, given: before }, svm));
    return (await Promise.all(verdicts)).every(Boolean);
  }
  if (same(have[property], want[property])) {
    return true;
  }
  if (property !== "cluster") {
    return false;
  }
  try {
    await clientOf().svms.get(svmUuid);
    return true;
  } catch (error) {
    if (isRefusal(error, NO_ENTRY, SVM_UNKNOWN)) {
      return false;
    }
    throw error;
  }
}

/** Looks whether a change may be made, and notes what the rest of the run must know of it. */
async function planChange<Inputs extends CommonInputs, Wire>(
  world: World,
  target: Target<Inputs, Wire>,
  want: Inputs,
  unchanged: boolean,
): Promise<Difference> {
  const { definition, key, ontap, state } = target;
  const { memory } = world;
  const subject = objectSubject(definition, ontap, key);
  memory.noteManaged(subject);
  if (state.owner !== undefined) {
    memory.noteTakenOver(subject, state.owner);
  }
  if (definition.founds) {
    memory.cascades.noteExisting({ cluster: want.cluster, references: [want.svm, { uuid: key.svmUuid }] });
  } else if (await willBeLost(world, target)) {
    memory.cascades.noteLost(subject);
    return { changes: true };
  } else {
    memory.cascades.keep(subject, target.svm, definition.title(want));
  }
  await lookInPlan(world, target, changeOf(definition, state.inputs, want));
  if (!same(state.inputs, want)) {
    memory.planned(definition).plan(svmSubject(ontap, key), definition.id(key), { key, want });
  }
  const letsIn = definition.loosens(state.inputs, want);
  if (letsIn !== undefined) {
    world.warn(`${definition.title(want)}: ${letsIn}`);
  }
  return unchanged ? UNCHANGED : {};
}

/** The same for the deletion that a replacement begins with. */
async function planDeletion<Inputs extends CommonInputs, Wire>(
  world: World,
  target: Target<Inputs, Wire>,
  isForced: boolean,
): Promise<void> {
  const { definition, key, ontap, state, svm } = target;
  const { cascades, permits } = world.memory;
  const tried = `replace ${definition.title(state.inputs)}`;
  if (definition.founds) {
    refuseToLoseDependents(cascades, svm, tried);
  }
  if (isForced) {
    permits.forced(deleteSubject(definition, ontap, key));
    cascades.noteForced(svm);
  }
  await lookInPlan(world, target, { tried, have: state.inputs, want: undefined, isForced });
  noteDeletion(world, target);
  if (definition.founds) {
    cascades.noteReplacement(svm);
  }
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
