import type { OntapClient, OntapError } from "../rest";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { PartialFailure } from "./partial-failure";
import { outputsOf } from "./state";
import { uuidOfSvm } from "./svm-names";

const FINISH =
  "It is recorded, without passwords, as an object that may exist. Run up again: that looks, and finishes.";

/**
 * Records an object of which nobody knows whether it was created, though it is ours if it was: a partial failure, from
 * which the next `up` goes on (see confirm.ts). Where the UUID of its SVM cannot be had it cannot be named, and the
 * failure stays what it is.
 */
export async function recordUnconfirmed<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
  failure: OntapError,
): Promise<OntapError> {
  const { name } = want.svm;
  const svmUuid = want.svm.uuid ?? (await uuidOfSvm(ontap, name ?? "").catch(() => undefined));
  if (svmUuid === undefined) {
    return failure;
  }
  const outputs = outputsOf({
    inputs: definition.withoutSecrets(definition.posted(want)),
    computed: { svmUuid: svmUuid.toLowerCase(), ...(name === undefined ? {} : { svmName: name }) },
    adoptedFrom: undefined,
    unconfirmed: true,
  });
  const id = definition.id(definition.keyOn(svmUuid.toLowerCase(), want));
  return new PartialFailure(id, outputs, failure.forOperation(`create ${definition.title(want)}`, FINISH));
}
