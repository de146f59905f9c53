import { OntapError } from "../rest";
import { isSvmUnknown } from "../rest/svms";
import { deepEqual, type PropertyMap, textAt } from "../schema/property-map";
import type { SvmReference } from "../schema/svm";
import { hasUnknown, isUnknown } from "../schema/unknown";
import type { ReplacingProperty } from "../spec/property";
import type { CheckedSvm } from "./check";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { leftBehind, tellOfDeletion } from "./deletion";
import {
  guardReplacedDependent,
  lookInPlanOfLost,
  noteDeletion,
  refuseToLoseDependents,
  willBeLost,
} from "./dependents";
import { knownOr } from "./known-or";
import { changeOf, lookInPlan, permitSubject } from "./look";
import { notePlanned } from "./planned";
import { probe, sendsRequest } from "./probe";
import type { ProviderContext } from "./provider-context";
import { explainedByRename } from "./renamed-svm";
import { joinSvm } from "./sharing";
import { inputsOf } from "./state";
import { objectSubject, svmSubject } from "./subjects";
import { stayingSubjects, type Target, targetOf } from "./target";
import { refersTo, sameUuid } from "./which-svm";

/** What a diff says. Without `changes` the engine compares the inputs itself, and so shows every property. */
export interface Difference {
  readonly changes?: boolean;
  readonly replaces?: readonly string[];
  readonly deleteBeforeReplace?: true;
}

/**
 * Why a diff is asked for: in a preview or in `up` (`plan`), in a refresh, or to know whether a replacement of what the
 * object depends on takes the object with it.
 */
export type Phase = "plan" | "refresh" | "replaced-with-dependency";

/** What a diff compares. */
export interface DiffRequest {
  readonly id: string;
  /** Recorded outputs; in a refresh as they were just read. */
  readonly olds: PropertyMap;
  /** Wanted inputs; in a refresh the recorded ones. */
  readonly news: PropertyMap;
  readonly phase: Phase;
  /** True where the recorded state lacks what the front needs: a plan is then an update, whatever differs. */
  readonly mustRecord?: boolean;
  /** How the inputs name the SVM (see check.ts). */
  readonly svm: CheckedSvm;
}

/**
 * Compares what is recorded with what is wanted. While planning it also looks, where the change could hit live sessions,
 * and throws `guarded` if it would. In a refresh it never asks and never refuses.
 */
export async function diff<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  request: DiffRequest,
): Promise<Difference> {
  const { id, olds, news, phase } = request;
  const have = inputsOf(definition, olds);
  const recordedTarget = () => targetOf(context, definition, id, olds, textAt(have, "cluster"));
  switch (phase) {
    case "replaced-with-dependency":
      if (definition.needs === undefined && definition.prerequisiteOf === undefined) {
        // It only takes the SVM from what is replaced, and stays: a change of SVM is seen once that is known.
        return UNCHANGED;
      }
      // ONTAP deletes an SVM's credentials with its service, so they are deleted before and created again after.
      await guardReplacedDependent(context, recordedTarget());
      return { replaces: replacedBy(definition, "another-svm"), deleteBeforeReplace: true };
    case "refresh":
      // The UUID decides which SVM an object belongs to, so no reference to it is drift.
      return onlySvmNotationChanged(have, news) ? UNCHANGED : {};
    case "plan":
      break;
  }
  const replaces = await replacements(context, definition, have, request);
  const want = definition.inputs(knownOr(have, news));
  if (replaces.length > 0) {
    await probe(context, definition, textAt(have, "cluster"));
    await planDeletion(context, recordedTarget(), want.forceDisconnect === true);
    // Said outright, since the inputs may hold the recorded reference to the SVM in the place of the new one.
    return { changes: true, replaces, deleteBeforeReplace: true };
  }
  const target = targetOf(context, definition, id, olds, want.cluster);
  if (hasUnknown(news) || sendsRequest(target, want)) {
    await probe(context, definition, want.cluster);
  }
  refuseOtherService(context, target, want.cluster, request.svm.given);
  const change = await planChange(context, target, want, onlySvmNotationChanged(have, news));
  return request.mustRecord === true ? { ...change, changes: true } : change;
}

/** Said where the engine, which compares with the inputs of the last run, could see a change in mere notation. */
const UNCHANGED: Difference = { changes: false };

/** True where nothing but the reference to the SVM may differ. */
function onlySvmNotationChanged(have: PropertyMap, want: PropertyMap): boolean {
  return !hasUnknown(want.svm) && deepEqual({ ...have, svm: undefined }, { ...want, svm: undefined });
}

async function replacements<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  have: PropertyMap,
  request: DiffRequest,
): Promise<readonly string[]> {
  const replaces: string[] = [];
  const { svmUuid } = definition.key(request.id);
  for (const property of definition.replacedBy) {
    if (!hasUnknown(request.news[property.name]) && !(await isSame(context, property, svmUuid, have, request))) {
      replaces.push(property.name);
    }
  }
  return replaces;
}

function replacedBy<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  kind: ReplacingProperty["replaces"],
): readonly string[] {
  return definition.replacedBy.flatMap(({ name, replaces }) => (replaces === kind ? [name] : []));
}

async function isSame(
  context: ProviderContext,
  { name, replaces }: ReplacingProperty,
  svmUuid: string,
  have: PropertyMap,
  { olds, news: want, svm: { recorded, given } }: DiffRequest,
): Promise<boolean> {
  const { svmNames } = context.memory;
  const clientOf = () => context.connections.client(textAt(want, "cluster"));
  if (replaces === "another-svm" && !isUnknown(want.cluster)) {
    // Of a reference that only one of several resources had before, nobody knows whether it was this one.
    const before = recorded.length === 1 ? recorded[0] : undefined;
    const verdicts = given
      .filter((svm) => !deepEqual(svm, before))
      .map((svm) => {
        const ontap = clientOf();
        svmNames.noteRecorded(ontap, svmUuid, textAt(olds, "svmName"));
        return refersTo(svmNames, ontap, { uuid: svmUuid, given: before }, svm).catch(async (error: unknown) => {
          throw await explainedByRename(svmNames, ontap, svm, error);
        });
      });
    return (await Promise.all(verdicts)).every(Boolean);
  }
  if (deepEqual(have[name], want[name])) {
    return true;
  }
  if (replaces !== "another-cluster") {
    return false;
  }
  try {
    await clientOf().svms.get(svmUuid);
    return true;
  } catch (error) {
    if (isSvmUnknown(error)) {
      return false;
    }
    throw error;
  }
}

/** Looks whether a change may be made, and notes what the rest of the run must know of it. */
async function planChange<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
  want: Inputs,
  unchanged: boolean,
): Promise<Difference> {
  const { definition, key, ontap, state } = target;
  const { memory } = context;
  const subject = objectSubject(definition, ontap, key);
  joinSvm(context, ontap, target.names);
  refuseClaimed(context, target);
  for (const managed of stayingSubjects(target, want)) {
    memory.noteManaged(managed);
    if (state.owner !== undefined) {
      memory.recordAdoption(managed, state.owner);
    }
  }
  if (definition.prerequisiteOf !== undefined) {
    memory.cascades.noteExisting({ cluster: want.cluster, references: [want.svm, { uuid: key.svmUuid }] });
  } else if (definition.needs !== undefined) {
    if (await willBeLost(context, target)) {
      await lookInPlanOfLost(context, target, want);
      memory.cascades.noteLost(subject);
      return { changes: true };
    }
    memory.cascades.keep(subject, target.svm, definition.title(want));
  }
  const isPlannedFirst = definition.rows !== undefined;
  if (isPlannedFirst) {
    // Its rows are judged together.
    notePlanned(memory, target, want);
  }
  await lookInPlan(context, target, changeOf(definition, state.inputs, want));
  if (!isPlannedFirst && !deepEqual(state.inputs, want)) {
    notePlanned(memory, target, want);
  }
  const adopted = await definition.rows?.adopted(ontap, key, state.inputs, want, state.notes);
  if (adopted !== undefined) {
    context.note(`${definition.type}: ${definition.title(want)}: ${adopted}`);
  }
  const newlyAdmitted = definition.widensAccess(state.inputs, want);
  if (newlyAdmitted !== undefined) {
    context.warn(`${definition.title(want)}: ${newlyAdmitted}`);
  }
  return unchanged ? UNCHANGED : {};
}

/** Throws `conflict` where a table that takes in the whole SVM is going to remove the object of this resource. */
function refuseClaimed<Inputs extends CommonInputs, Wire>(
  { memory }: ProviderContext,
  { definition, key, ontap, state }: Target<Inputs, Wire>,
): void {
  const claimedBy = memory.planned(definition).of(svmSubject(ontap, key), definition.id(key))?.claimedBy;
  if (claimedBy !== undefined) {
    throw new OntapError({
      code: "conflict",
      operation: `keep ${definition.title(state.inputs)}`,
      reason: `the table of ${claimedBy} lacks it and has unlisted: "remove", so it is going to be removed`,
      hint: 'Make it a row of that table and remove this resource, or set unlisted: "keep".',
    });
  }
}

/**
 * Throws `conflict` where the program calls the SVM of this object and that of its service by the same name, which means
 * two SVMs: a name has gone over to another one since the object was recorded.
 */
function refuseOtherService<Inputs extends CommonInputs, Wire>(
  { memory }: ProviderContext,
  { definition, key, state }: Target<Inputs, Wire>,
  cluster: string | undefined,
  given: readonly SvmReference[],
): void {
  const services = definition.needs ? given.map((svm) => memory.cascades.uuidOf({ cluster, references: [svm] })) : [];
  const [service] = services;
  if (service !== undefined && services.every((uuid) => uuid !== undefined && !sameUuid(uuid, key.svmUuid))) {
    throw new OntapError({
      code: "conflict",
      operation: `keep ${definition.title(state.inputs)}`,
      reason: `it is on the SVM ${key.svmUuid}, and the iSCSI service whose SVM has the same name in this program is on ${service}`,
      hint: "Name the SVM that is meant by its UUID (`svm: { uuid }`), here or in the service; to give up the former object, run pulumi state delete.",
    });
  }
}

/** The same for the deletion that a replacement begins with. */
async function planDeletion<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
  isForced: boolean,
): Promise<void> {
  const { definition, state, svm } = target;
  const { cascades, permits } = context.memory;
  const operation = `replace ${definition.title(state.inputs)}`;
  joinSvm(context, target.ontap, target.names);
  const left = leftBehind(context, target);
  refuseToLoseDependents(cascades, target, operation);
  if (isForced) {
    permits.grantForced(permitSubject(target, { want: left }));
    cascades.noteForced(svm);
  }
  await lookInPlan(context, target, { operation, have: state.inputs, want: left, isForced });
  noteDeletion(context, target, left);
  await tellOfDeletion(context, target, left);
  if (definition.prerequisiteOf !== undefined) {
    cascades.noteReplacement(svm);
  }
}
