import { canonicalId } from "../schema/object-id";
import { type CascadeSvm, meanSameSvm } from "./cascades";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";

/**
 * Objects that the program wants to be created, as far as `check` has seen them and `create` has not. The engine checks
 * the new object of a replacement before it deletes the old one: whoever deletes what is known here, replaces it.
 */
export class CheckedCreations {
  readonly #svms = new Map<string, readonly CascadeSvm[]>();

  /** Notes that an object with these inputs is to be created. */
  note<Inputs extends CommonInputs, Wire>(definition: ResourceDefinition<Inputs, Wire>, inputs: Inputs): void {
    const name = nameOf(definition, definition.keyOn("", inputs));
    this.#svms.set(name, [...(this.#svms.get(name) ?? []), svmOf(inputs)]);
  }

  /** Forgets it, since it is created now. */
  settle<Inputs extends CommonInputs, Wire>(definition: ResourceDefinition<Inputs, Wire>, inputs: Inputs): void {
    const name = nameOf(definition, definition.keyOn("", inputs));
    const others = this.#svms.get(name)?.filter((svm) => !meanSameSvm(svm, svmOf(inputs)));
    this.#svms.set(name, others ?? []);
  }

  /** True where the object with that key on that SVM is to be created. */
  has<Inputs extends CommonInputs, Wire>(
    definition: ResourceDefinition<Inputs, Wire>,
    key: ObjectKey,
    svm: CascadeSvm,
  ): boolean {
    const svms = this.#svms.get(nameOf(definition, key)) ?? [];
    return svms.some((known) => meanSameSvm(known, svm));
  }
}

function svmOf({ cluster, svm }: CommonInputs): CascadeSvm {
  return { cluster, references: [svm] };
}

/** What an object of its kind is called on whatever SVM. */
function nameOf<Inputs extends CommonInputs, Wire>(
  { type, id }: ResourceDefinition<Inputs, Wire>,
  key: ObjectKey,
): string {
  return `${type} ${canonicalId(id({ ...key, svmUuid: "" }))}`;
}
