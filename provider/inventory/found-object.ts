import { adoptedFrom } from "../lifecycle/built-in";
import type { Access, CommonInputs, ResourceDefinition } from "../lifecycle/definition";
import { outputsOf } from "../lifecycle/state";
import type { PropertyMap } from "../schema/property-map";

/** Marks an object that was there before it was recorded: like one that was adopted, it was not made by us. */
const IMPORTED = "imported";

/** An object as a program would have made it: inputs and outputs to record. */
export interface FoundObject {
  readonly id: string;
  readonly svm: { readonly name: string; readonly uuid: string };
  /** Its name on its SVM, where that may have several of the kind. */
  readonly name: string | undefined;
  /** True where ONTAP made it itself. */
  readonly isBuiltIn: boolean;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
  /** True where it is just as ONTAP made it. */
  readonly isPristine: boolean;
  /** Whom it lets in. */
  readonly access: Access;
}

/**
 * The object of a row. What is asked of it is worked out then: of most rows of a long list a comparison needs no more
 * than the id.
 */
export function foundObject<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  wire: Wire,
): FoundObject {
  let observed: Inputs | undefined;
  const inputs = (): Inputs => {
    observed ??= definition.observed(wire, undefined);
    return observed;
  };
  return {
    id,
    get svm() {
      const { svmName, svmUuid } = definition.computed(wire);
      return { name: svmName, uuid: svmUuid };
    },
    get name() {
      return definition.keyOf(wire).name;
    },
    get isBuiltIn() {
      return definition.builtIn?.is(inputs()) === true;
    },
    get inputs() {
      return Object.fromEntries(Object.entries(inputs()));
    },
    get outputs() {
      const computed = definition.computed(wire);
      return outputsOf({
        inputs: inputs(),
        computed,
        adoptedFrom: adoptedFrom(definition, inputs()),
        owner: IMPORTED,
      });
    },
    get isPristine() {
      return definition.builtIn?.isPristine(inputs()) === true;
    },
    get access() {
      return definition.access(inputs());
    },
  };
}
