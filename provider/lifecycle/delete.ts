import { isApiError, OntapError } from "../rest";
import { SVM_UNKNOWN } from "../rest/codes";
import { type PropertyMap, textAt } from "../schema/property-map";
import { isOursToDelete } from "./confirm";
import type { CommonInputs, PrerequisiteOf, ResourceDefinition } from "./definition";
import { goesWithAnother, leftBehind, tellOfDeletion } from "./deletion";
import { forget, refuseToLoseDependents } from "./dependents";
import { isDeleted } from "./gone";
import { lookAtWrite } from "./look";
import { settlePlanned } from "./planned";
import { forcedByEnvironment, type ProviderContext } from "./provider-context";
import { objectSubject } from "./subjects";
import { writeOnSvm } from "./svm-write";
import { subjectsOf, type Target, targetOf } from "./target";

/**
 * Deletes the object, unless live sessions would be hit. No preview announces a deletion to a provider, so this is
 * where they are looked at; in a replacement `diff` did it already. Finding nothing to delete is success.
 */
export async function remove<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  recorded: PropertyMap,
): Promise<void> {
  const target = targetOf(context, definition, id, recorded, textAt(recorded, "cluster"));
  const { key, ontap, state, svm } = target;
  const { inputs: have, adoptedFrom, owner } = state;
  const { cascades } = context.memory;
  const title = definition.title(have);
  const subject = objectSubject(definition, ontap, key);
  if (context.memory.hasOtherOwner(subject, owner)) {
    context.warn(
      `${title}: it is left as it is, since another resource of this stack took it over in this run. To rename a resource, give it an alias (the option aliases); see docs/import.md`,
    );
    return;
  }
  if (!(await isOursToDelete(context, target))) {
    return;
  }
  refuseToLoseDependents(cascades, target, `delete ${title}`);
  for (const managed of subjectsOf(target, target.state.inputs)) {
    forget(context.memory, managed);
  }
  let left = leftBehind(context, target);
  const isForced =
    have.forceDisconnect === true ||
    forcedByEnvironment(context.env, id) ||
    forcedByEnvironment(context.env, key.svmUuid) ||
    (cascades.isForced(svm) && cascades.replacementOf(svm) !== undefined);
  try {
    await writeOnSvm(context, ontap, target.names, definition.isExclusive(have), () =>
      definition.remove(ontap, key, have, {
        adoptedFrom,
        adopted: owner !== undefined,
        goesWithAnother: goesWithAnother(context, target),
        left,
        run: { context, owner, adoptedFrom, notes: state.notes },
        guard: (actual) => guardDeletion(context, target, actual, left, isForced),
        warn: (text) => context.warn(`${title}: ${text}`),
      }),
    );
  } catch (error) {
    if (!isDeleted(context.env, definition, id, error)) {
      throw explained(title, error);
    }
    left = undefined;
  }
  await tellOfDeletion(context, target, left);
  settlePlanned(context.memory, target, have);
  if (definition.prerequisiteOf !== undefined) {
    noteLossOfDependents(context, target, title, definition.prerequisiteOf);
  }
}

/** What is asked for after this comes back if the program has it; of what nobody asks for only a refresh can tell. */
function noteLossOfDependents<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  { svm }: Target<Inputs, Wire>,
  title: string,
  { nouns }: PrerequisiteOf,
): void {
  const { cascades } = context.memory;
  if (cascades.replacementOf(svm) === undefined) {
    context.warn(
      `${title}: ONTAP deletes the SVM's ${nouns} with it. If the stack still records any of them, run pulumi refresh, which removes their entries`,
    );
  }
  cascades.notePrerequisiteDeleted(svm);
}

function guardDeletion<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
  actual: Inputs,
  left: Inputs | undefined,
  isForced: boolean,
): Promise<void> {
  const { definition, key, state } = target;
  return lookAtWrite(context, target, {
    operation: `delete ${definition.title(state.inputs)}`,
    have: actual,
    want: left,
    isForced,
    allowance: `set ONTAP_FORCE_DISCONNECT=${definition.id(key)} for this run, or forceDisconnect: true by an up before it`,
  });
}

function explained(title: string, error: unknown): unknown {
  if (!(error instanceof OntapError) || error.code === "guarded") {
    return error;
  }
  const hint = isApiError(error, SVM_UNKNOWN)
    ? "It may be the wrong array. If the SVM was deleted, say so: ONTAP_DELETED_SVMS=<uuid>."
    : error.hint;
  return error.forOperation(`delete ${title}`, hint);
}
