import { OntapError } from "../rest";
import { deepEqual } from "../schema/property-map";
import type { CascadeSvm, Cascades } from "./cascades";
import type { CommonInputs } from "./definition";
import { undefinedWhenGone } from "./gone";
import { guard, whatWasChanged } from "./guard";
import { changeOf, lookInPlan } from "./look";
import { notePlanned } from "./planned";
import type { ProviderContext } from "./provider-context";
import { deleteSubject, objectSubject } from "./subjects";
import { subjectsOf, type Target } from "./target";

const MOST_NAMED = 5;

/**
 * Refuses to delete an object with which ONTAP would delete others that this run has said to stay as they are, or has
 * created: nothing would create them again, and the state would hold them as if they were there. No force allows that.
 */
export function refuseToLoseDependents<Inputs extends CommonInputs, Wire>(
  cascades: Cascades,
  { definition: { prerequisiteOf }, ontap, svm }: Target<Inputs, Wire>,
  operation: string,
): void {
  // Asked of what others depend on alone: it looks through everything that the run keeps.
  const kept = prerequisiteOf === undefined ? [] : cascades.kept(svm);
  if (prerequisiteOf === undefined || kept.length === 0) {
    return;
  }
  throw new OntapError({
    code: "guarded",
    operation,
    reason: `ONTAP would delete with it what the program keeps and this run has already found unchanged: ${named(kept)}`,
    hint: `${whatWasChanged(ontap)} ${prerequisiteOf.advice}`,
  });
}

function named(titles: readonly string[]): string {
  const more = titles.length > MOST_NAMED ? ` and ${titles.length - MOST_NAMED} more` : "";
  return `${titles.slice(0, MOST_NAMED).join(", ")}${more}`;
}

/**
 * Tells of objects that this run has said to stay as they are, where their prerequisite was made only after that: they
 * went with an earlier one, and no update follows any more that would create them again.
 */
export function tellOfLostDependents(context: ProviderContext, svm: CascadeSvm, title: string): void {
  const kept = context.memory.cascades.kept(svm);
  if (kept.length > 0) {
    context.warn(
      `${title}: it was created after this run had found unchanged what can only be gone: ${named(kept)}. Run pulumi refresh, then up again`,
    );
  }
}

/**
 * The deletion of an object that goes with its replaced prerequisite. Where the replacement is forced past `diff`, its
 * dependents are asked first, and they would be deleted before the service is refused: so the SVM's sessions are looked
 * at here, once, unless the program allows to cut them.
 */
export async function guardReplacedDependent<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
): Promise<void> {
  const { definition, key, ontap, state, svm } = target;
  const { cascades, permits } = context.memory;
  if (cascades.isForced(svm)) {
    permits.grantForced(deleteSubject(definition, ontap, key));
  } else if (!cascades.isCleared(svm)) {
    await guard(ontap, `replace what ${definition.title(state.inputs)} belongs to`, [
      {
        svmUuid: key.svmUuid,
        effect: "cut",
        assess: async () => () =>
          `replacing the ${(definition.needs ?? definition).noun} ends every session of the SVM`,
      },
    ]);
    cascades.noteCleared(svm);
  }
  if (definition.prerequisiteOf !== undefined) {
    cascades.noteReplacement(svm);
  } else {
    cascades.noteGoing(objectSubject(definition, ontap, key));
  }
  noteDeletion(context, target);
}

/** Notes that an object is deleted in this run, so that what is judged after it counts what is `left` of it. */
export function noteDeletion<Inputs extends CommonInputs, Wire>(
  { memory }: ProviderContext,
  target: Target<Inputs, Wire>,
  left?: Inputs,
): void {
  notePlanned(memory, target, left);
  for (const subject of subjectsOf(target, target.state.inputs)) {
    forget(memory, subject);
  }
}

/** Notes that no entry of the state is to manage an object any more. */
export function forget(memory: ProviderContext["memory"], subject: string): void {
  memory.cascades.release(subject);
  memory.forgetManaged(subject);
}

/**
 * True where ONTAP deletes, or has deleted, an object with its prerequisite, which this process replaces: it is to be
 * created again. Once the replacement was carried out, the array tells; before, it is taken for certain.
 */
export async function willBeLost<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  { definition, key, ontap, state, svm }: Target<Inputs, Wire>,
): Promise<boolean> {
  const { cascades } = context.memory;
  const replacement = cascades.replacementOf(svm);
  if (replacement === undefined || cascades.isRestored(objectSubject(definition, ontap, key), svm)) {
    return false;
  }
  const title = definition.title(state.inputs);
  if (replacement === "planned") {
    context.warn(`${title}: the SVM's ${definition.needs?.noun} is created in this run, and it goes and comes with it`);
    return true;
  }
  const wire = await context.memory.reads(definition, ontap).read(key).catch(undefinedWhenGone(definition));
  return (
    wire === undefined ||
    !deepEqual(
      definition.withoutSecrets(definition.observed(wire, state.inputs)),
      definition.withoutSecrets(state.inputs),
    )
  );
}

/**
 * Looks whether the change may be made of an object that is taken for lost, since the replacement may yet fail, or prove
 * to be none, and then it is changed in place. One that may cut everything needs no look here.
 */
export async function lookInPlanOfLost<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
  want: Inputs,
): Promise<void> {
  const { cascades } = context.memory;
  const change = changeOf(target.definition, target.state.inputs, want);
  if (cascades.replacementOf(target.svm) === "planned" && !cascades.isForced(target.svm)) {
    await lookInPlan(context, target, change);
  }
}
