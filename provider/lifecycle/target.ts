import type { OntapClient } from "../rest";
import type { PropertyMap } from "../schema/property-map";
import type { CascadeSvm } from "./cascades";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";
import type { ProviderContext } from "./provider-context";
import { type State, stateOf } from "./state";
import { objectSubject } from "./subjects";

/** A recorded object that something is to be done with. */
export interface Target<Inputs extends CommonInputs, Wire> {
  readonly definition: ResourceDefinition<Inputs, Wire>;
  readonly key: ObjectKey;
  readonly state: State<Inputs>;
  /** The array where it is. */
  readonly ontap: OntapClient;
  /** Its SVM as it is recorded. */
  readonly svm: CascadeSvm;
  readonly names: { readonly name: string | undefined; readonly uuid: string };
}

/** Names it on its array, and each of its rows where it has any. */
export function subjectsOf<Inputs extends CommonInputs, Wire>(
  { definition, key, ontap }: Pick<Target<Inputs, Wire>, "definition" | "key" | "ontap">,
  inputs: Inputs,
): readonly string[] {
  return [objectSubject(definition, ontap, key), ...(definition.rows?.subjects(ontap, key, inputs) ?? [])];
}

/** The same of what it has now and is to have still: what it is about to lose, another resource may have taken over. */
export function stayingSubjects<Inputs extends CommonInputs, Wire>(
  target: Target<Inputs, Wire>,
  want: Inputs,
): readonly string[] {
  const wanted = new Set(subjectsOf(target, want));
  return subjectsOf(target, target.state.inputs).filter((subject) => wanted.has(subject));
}

/** The object with that id on that cluster, as the recorded outputs describe it. Throws `configuration`. */
export function targetOf<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  outputs: PropertyMap,
  cluster: string | undefined,
): Target<Inputs, Wire> {
  const key = definition.key(id);
  const state = stateOf(definition, outputs);
  const { svm } = state.inputs;
  const { svmName: name } = state.computed;
  const ontap = context.connections.client(cluster);
  for (const recorded of [svm.name, name]) {
    context.memory.svmNames.noteRecorded(ontap, key.svmUuid, recorded);
  }
  return {
    definition,
    key,
    state,
    ontap,
    svm: { cluster, references: [{ uuid: key.svmUuid }, svm, ...(name === undefined ? [] : [{ name }])] },
    names: { name, uuid: key.svmUuid },
  };
}
