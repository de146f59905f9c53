import type { Failure } from "../schema/failure";
import { deepEqual, type PropertyMap, textAt, withoutNulls } from "../schema/property-map";
import { type SvmReference, svmOf } from "../schema/svm";
import { hasUnknown, isUnknown } from "../schema/unknown";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { tellOfExisting } from "./existing-objects";
import { probe } from "./probe";
import type { ProviderContext } from "./provider-context";
import { joinSvm } from "./sharing";

/** How inputs name the SVM; in more than one way only where several resources have otherwise the same inputs. */
export interface CheckedSvm {
  /** In the run before; none for a resource that is new. */
  readonly recorded: readonly SvmReference[];
  /** In the program. */
  readonly given: readonly SvmReference[];
}

/** What a check says: the inputs to go on with, or what is wrong with them. */
export interface Checked {
  readonly inputs: PropertyMap;
  readonly failures: readonly Failure[];
  /** What `diff` must know of the SVM, since the inputs may hold the recorded reference in the place of the given one. */
  readonly svm: CheckedSvm;
}

/**
 * Validates a program's arguments and brings them into the form in which they are compared and kept. Asks the array
 * only before a planned create, whether it can be reached (see probe.ts) and what would be adopted, and where the program
 * names the SVM in another way than before and something else changed as well. Whether it is another SVM is for `diff` to
 * find out, which knows the recorded UUID and gets what the program gave.
 */
export async function check<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  recorded: PropertyMap,
  given: PropertyMap,
): Promise<Checked> {
  const news = withoutNulls(given);
  const failures = definition.failures(news, recorded);
  if (failures.length > 0) {
    return { inputs: news, failures, svm: { recorded: [], given: [] } };
  }
  const normalised = definition.normalised(news, recorded);
  if (!isNew(recorded)) {
    context.memory.existing.noteRecorded(definition, recorded);
  } else if (!isUnknown(normalised.cluster)) {
    const found = await probe(context, definition, textAt(normalised, "cluster"));
    const reason = await tellOfExisting(context, definition, normalised, found);
    if (reason !== undefined) {
      return { inputs: news, failures: [{ property: "", reason }], svm: { recorded: [], given: [] } };
    }
    if (!hasUnknown(normalised.svm)) {
      joinSvm(context, context.connections.client(textAt(normalised, "cluster")), svmOf(normalised));
    }
  }
  const inputs = (await onlySvmNotationChanged(context, recorded, normalised))
    ? { ...normalised, svm: recorded.svm }
    : normalised;
  if (!hasUnknown(normalised)) {
    context.memory.checked.note(definition, definition.inputs(normalised));
  }
  if (isNew(recorded)) {
    context.memory.checkedCreations.note(definition, inputs);
  }
  if (definition.prerequisiteOf !== undefined && !hasUnknown(inputs.svm)) {
    notePrerequisite(context, definition.inputs(inputs), recorded);
  }
  return {
    inputs,
    failures: [],
    svm: { recorded: recorded.svm === undefined ? [] : [svmOf(recorded)], given: [svmOf(normalised)] },
  };
}

/** True where the engine is going to create the object: it checks that without what is recorded. */
function isNew(recorded: PropertyMap): boolean {
  return Object.keys(recorded).length === 0;
}

/**
 * Notes what others need to know of a prerequisite. The engine checks one that is going to be created without what is
 * recorded, and one whose replacement is forced past `diff` just so: unless it adopts what is there, what depends on it
 * goes, if there is any.
 */
function notePrerequisite<Inputs extends CommonInputs>(
  { memory: { cascades, prerequisites } }: ProviderContext,
  { cluster, svm, forceDisconnect, adopt }: Inputs,
  recorded: PropertyMap,
): void {
  const isCreated = isNew(recorded);
  const here = { cluster, references: [svm] };
  if (forceDisconnect === true) {
    cascades.noteForced(isCreated ? here : { cluster: textAt(recorded, "cluster"), references: [svmOf(recorded)] });
  }
  if (isCreated) {
    prerequisites.register(cluster, svm);
    if (adopt !== true) {
      cascades.noteReplacement(here);
    }
  }
}

/**
 * True where `svm` seems to be the recorded one in another notation, so that the recorded one should stay: a preview then
 * names only what really changes. Where `svm` alone changed, the new notation goes on, and `diff` finds no change.
 */
async function onlySvmNotationChanged(
  { connections, memory }: ProviderContext,
  recorded: PropertyMap,
  inputs: PropertyMap,
): Promise<boolean> {
  const isAnother = recorded.svm !== undefined && !hasUnknown(inputs.svm) && !deepEqual(recorded.svm, inputs.svm);
  const othersChanged = !deepEqual({ ...recorded, svm: undefined }, { ...inputs, svm: undefined });
  if (!isAnother || !othersChanged || recorded.cluster !== inputs.cluster) {
    return false;
  }
  const [before, after] = [svmOf(recorded), svmOf(inputs)];
  try {
    const ontap = connections.client(textAt(inputs, "cluster"));
    const uuid = after.uuid ?? (await memory.svmNames.uuidOf(ontap, after.name ?? ""));
    if (before.uuid !== undefined && (after.name === undefined || after.uuid === undefined)) {
      return before.uuid.toLowerCase() === uuid.toLowerCase();
    }
    const name = await memory.svmNames.nameOf(ontap, uuid);
    return name === before.name && (after.name ?? name) === name;
  } catch {
    // It could not be determined here; `diff` asks again and reports what is wrong.
    return false;
  }
}
