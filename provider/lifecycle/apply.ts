import { type OntapClient, OntapError } from "../rest";
import { same } from "../schema/bag";
import type { Change, CommonInputs, ObjectKey, ResourceDefinition } from "./definition";
import { surely } from "./surely";

/** How far a list of changes came. */
export interface Progress<Inputs> {
  readonly reached: Inputs;
  /** How many of the changes were carried out. */
  readonly done: number;
  readonly failure: OntapError | undefined;
}

/** Carries out changes one after another, up to the first that fails. */
export async function apply<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  key: ObjectKey,
  have: Inputs,
  changes: ReadonlyArray<Change<Inputs>>,
): Promise<Progress<Inputs>> {
  let reached = have;
  for (const [done, change] of changes.entries()) {
    try {
      await sendSurely(definition, ontap, key, change);
    } catch (error) {
      if (error instanceof OntapError) {
        return { reached, done, failure: error.about(`${change.what} of ${definition.title(change.after)}`) };
      }
      throw error;
    }
    reached = change.after;
  }
  return { reached, done: changes.length, failure: undefined };
}

/** A change that holds a password is sent again without an answer: reading the object cannot tell whether it landed. */
function sendSurely<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  key: ObjectKey,
  change: Change<Inputs>,
): Promise<void> {
  return surely(
    () => change.send(ontap),
    async () => {
      const wire = await definition.get(ontap, key);
      return !change.blind && same(definition.observed(wire, change.after), change.after);
    },
  );
}
