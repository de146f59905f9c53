import type { OntapClient } from "../rest";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";
import type { Memory } from "./memory";
import type { PlannedChange } from "./planned-changes";
import type { State } from "./state";
import { svmSubject } from "./subjects";
import type { Target } from "./target";

/** What else this process has planned on an SVM for objects of one kind. */
export type PlannedOn = <Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
) => ReadonlyArray<PlannedChange<Inputs>>;

/** What is planned on the SVM of that object. */
export function plannedOn(memory: Memory, ontap: OntapClient, key: ObjectKey): PlannedOn {
  return (definition) => memory.planned(definition).on(svmSubject(ontap, key));
}

/** An object of which something is planned. */
export interface PlannedTarget<Inputs extends CommonInputs, Wire>
  extends Pick<Target<Inputs, Wire>, "definition" | "key" | "ontap"> {
  readonly state: Pick<State<Inputs>, "inputs" | "notes">;
}

/** Notes what becomes of an object in this run; without `want` it goes. */
export function notePlanned<Inputs extends CommonInputs, Wire>(
  memory: Memory,
  { definition, key, ontap, state }: PlannedTarget<Inputs, Wire>,
  want: Inputs | undefined,
): void {
  const svm = svmSubject(ontap, key);
  if (definition.rows === undefined) {
    memory.planned(definition).plan(svm, definition.id(key), { key, want });
  } else {
    definition.rows.plan(memory, svm, key, state.inputs, want, state.notes);
  }
}

/** Notes that the array now has the object as the program wants it; `states` are what it was and what it is. */
export function settlePlanned<Inputs extends CommonInputs, Wire>(
  memory: Memory,
  { definition, ontap, key }: Pick<Target<Inputs, Wire>, "definition" | "ontap" | "key">,
  ...states: readonly Inputs[]
): void {
  const svm = svmSubject(ontap, key);
  memory.planned(definition).settle(svm, definition.id(key));
  for (const inputs of states) {
    definition.rows?.settle(memory, svm, key, inputs);
  }
}
