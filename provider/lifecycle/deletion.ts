import type { CommonInputs, ResourceDefinition } from "./definition";
import type { ProviderContext } from "./provider-context";
import { objectSubject, svmSubject } from "./subjects";
import type { Target } from "./target";

/** True where another object goes in this run with which ONTAP deletes this one. */
export function goesWithAnother<Inputs extends CommonInputs, Wire>(
  { memory: { cascades } }: ProviderContext,
  { definition, key, ontap, svm }: Target<Inputs, Wire>,
): boolean {
  return (
    definition.needs !== undefined &&
    (cascades.isGoing(objectSubject(definition, ontap, key)) || cascades.replacementOf(svm) === "planned")
  );
}

/**
 * What a deletion leaves of an object on the array: what its recorded inputs ask for, undefined for nothing. An object
 * that goes with another one, or that this run creates again, leaves nothing.
 */
export function leftBehind<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
): Inputs | undefined {
  return endsHere(context, target) ? target.definition.leaves?.(target.state.inputs) : undefined;
}

/**
 * Tells, once for each SVM and run, what a deletion means for those whom the object was for. Where another object
 * stands in for it from then on, that is read (one GET) unless this run changes it; not being able to is no failure.
 */
export async function tellOfDeletion<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
  left: Inputs | undefined,
): Promise<void> {
  if (!endsHere(context, target)) {
    return;
  }
  const { definition, key, ontap, state } = target;
  const svm = `${svmSubject(ontap, key)} ${definition.type}`;
  const title = definition.title(state.inputs);
  const own = definition.deletionNote(state.inputs, { adoptedFrom: state.adoptedFrom, left });
  if (own !== undefined) {
    if (context.memory.isNews(`${svm} ${own}`)) {
      context.warn(`${title}: ${own}`);
    }
    return;
  }
  const standIn = definition.standIn?.keyFor(key);
  if (standIn !== undefined && context.memory.isNews(`${svm} stand-in`)) {
    const inputs = await inputsAfter(context, definition, { ...target, key: standIn });
    context.warn(`${title}: ${definition.standIn?.says(inputs)}`);
  }
}

/** False for an object that goes with another one, or comes back in this run. */
function endsHere<Inputs extends CommonInputs, Wire>(context: ProviderContext, target: Target<Inputs, Wire>): boolean {
  const { definition, key, svm } = target;
  return !goesWithAnother(context, target) && !context.memory.checkedCreations.has(definition, key, svm);
}

/** What an object is like after this run, as far as that is known; undefined where it cannot be read. */
async function inputsAfter<Inputs extends CommonInputs, Wire>(
  { memory }: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  { key, ontap }: Pick<Target<Inputs, Wire>, "key" | "ontap">,
): Promise<Inputs | undefined> {
  const planned = memory.planned(definition).on(svmSubject(ontap, key));
  const change = planned.find((other) => definition.id(other.key) === definition.id(key));
  if (change?.want !== undefined) {
    return change.want;
  }
  return definition
    .get(ontap, key)
    .then((wire) => definition.observed(wire, undefined))
    .catch(() => undefined);
}
