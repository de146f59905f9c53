import type { Connections } from "../connection";
import { OntapError } from "../rest";
import { canonical } from "../schema/property-map";
import { type SvmReference, sameSvm } from "../schema/svm";
import type { CommonInputs, ResourceDefinition } from "./definition";
import type { ProviderContext } from "./provider-context";
import { kinSubject } from "./subjects";

/** An object that a resource of the program means, in the program's notation. */
interface CheckedObject {
  /** What it has in common with such an object of any SVM: its type and its name there. */
  readonly kin: string;
  readonly notation: string;
  readonly cluster: string | undefined;
  readonly svm: SvmReference;
  readonly title: string;
}

/**
 * The objects that the resources of a program mean, as far as this process has checked them. One that is checked twice in
 * the same notation may be the same resource, since the engine checks a replacement twice; two notations are two resources.
 */
export class CheckedObjects {
  /** By what is the same in every notation, then by notation. */
  readonly #known = new Map<string, Map<string, CheckedObject>>();

  /** Notes the object that these inputs of a resource mean. */
  note<Inputs extends CommonInputs, Wire>(definition: ResourceDefinition<Inputs, Wire>, inputs: Inputs): void {
    const object = objectOf(definition, inputs);
    const known = this.#known.get(object.kin) ?? new Map<string, CheckedObject>();
    this.#known.set(object.kin, known.set(object.notation, object));
  }

  /** Every other notation that may mean the object of these inputs. */
  others<Inputs extends CommonInputs, Wire>(
    definition: ResourceDefinition<Inputs, Wire>,
    inputs: Inputs,
  ): readonly CheckedObject[] {
    const { kin, notation } = objectOf(definition, inputs);
    return [...(this.#known.get(kin)?.values() ?? [])].filter((known) => known.notation !== notation);
  }
}

/** The conflict of a create, told as what it is where another resource of the program means the same object. */
export async function namingOther<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  want: Inputs,
  conflict: OntapError,
): Promise<OntapError> {
  for (const other of context.memory.checked.others(definition, want)) {
    // Where the array cannot tell, the conflict is reported as ONTAP told it.
    if (await isOnSameSvm(context, want, other).catch(() => false)) {
      return new OntapError({
        code: "conflict",
        operation: conflict.operation,
        reason: `${conflict.reason}; it is the same object as ${other.title}, which this program has too`,
        hint: "Remove one of the two from the program.",
        ...(conflict.status === undefined ? {} : { status: conflict.status }),
        ...(conflict.ontapCode === undefined ? {} : { ontapCode: conflict.ontapCode }),
        cause: conflict,
      });
    }
  }
  return conflict;
}

function objectOf<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  inputs: Inputs,
): CheckedObject {
  const { cluster, svm } = inputs;
  const title = definition.title(inputs);
  return {
    kin: kinSubject(definition, definition.keyOn("", inputs)),
    notation: canonical([cluster, svm, title]),
    cluster,
    svm,
    title,
  };
}

/** Whether two references mean the same SVM; where one is a name and the other a UUID, the array tells. */
async function isOnSameSvm(
  { connections, memory: { svmNames } }: ProviderContext,
  a: CommonInputs,
  b: CheckedObject,
): Promise<boolean> {
  const ontap = connections.client(a.cluster);
  if (!isSameArray(connections, a.cluster, b.cluster)) {
    return false;
  }
  const told = sameSvm(a.svm, b.svm);
  if (told !== undefined || (a.svm.uuid === undefined && b.svm.uuid === undefined)) {
    return told === true;
  }
  const uuidOf = async ({ uuid, name }: SvmReference) => uuid ?? (await svmNames.uuidOf(ontap, name ?? ""));
  return sameSvm({ uuid: await uuidOf(a.svm) }, { uuid: await uuidOf(b.svm) }) === true;
}

function isSameArray(connections: Connections, a: string | undefined, b: string | undefined): boolean {
  return a === b || connections.client(a).origin === connections.client(b).origin;
}
