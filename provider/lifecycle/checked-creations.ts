import { type PropertyMap, textAt } from "../schema/property-map";
import { svmOf } from "../schema/svm";
import { hasUnknown } from "../schema/unknown";
import { type CascadeSvm, meanSameSvm } from "./cascades";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";
import { kinSubject } from "./subjects";

/**
 * Objects that the program wants to be created, as far as `check` has seen them and `create` has not. The engine checks
 * the new object of a replacement before it deletes the old one: whoever deletes what is known here, replaces it.
 */
export class CheckedCreations {
  readonly #svms = new Map<string, readonly CascadeSvm[]>();

  /** Notes that an object with these arguments is to be created, unless it is not known yet which object that is. */
  note<Inputs extends CommonInputs, Wire>(definition: ResourceDefinition<Inputs, Wire>, news: PropertyMap): void {
    const { svm, cluster } = news;
    if (hasUnknown({ svm, cluster }) || (definition.namedBy && hasUnknown(news[definition.namedBy.property]))) {
      return;
    }
    const name = kinSubject(definition, definition.keyOn("", news));
    const here = { cluster: textAt(news, "cluster"), references: [svmOf(news)] };
    this.#svms.set(name, [...(this.#svms.get(name) ?? []), here]);
  }

  /** Forgets it, since it is created now. */
  settle<Inputs extends CommonInputs, Wire>(definition: ResourceDefinition<Inputs, Wire>, inputs: Inputs): void {
    const name = kinSubject(definition, definition.keyOn("", inputs));
    const others = this.#svms
      .get(name)
      ?.filter((svm) => !meanSameSvm(svm, { cluster: inputs.cluster, references: [inputs.svm] }));
    this.#svms.set(name, others ?? []);
  }

  /** True where the object with that key on that SVM is to be created. */
  has<Inputs extends CommonInputs, Wire>(
    definition: ResourceDefinition<Inputs, Wire>,
    key: ObjectKey,
    svm: CascadeSvm,
  ): boolean {
    const svms = this.#svms.get(kinSubject(definition, key)) ?? [];
    return svms.some((known) => meanSameSvm(known, svm));
  }
}
