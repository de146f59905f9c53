import { type OntapClient, OntapError } from "../rest";
import type { Change, CommonInputs, ObjectKey, Progress, ResourceDefinition, Run } from "./definition";
import { verifiedWrite } from "./verified-write";

/** Carries out changes one after another, up to the first that fails. */
export async function apply<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  key: ObjectKey,
  have: Inputs,
  changes: ReadonlyArray<Change<Inputs, Wire>>,
  run: Run,
): Promise<Progress<Inputs>> {
  let reached = have;
  for (const [done, change] of changes.entries()) {
    if ("carryOut" in change) {
      return change.carryOut(ontap, run);
    }
    try {
      await verifiedWrite(
        () => change.send(ontap),
        async () => change.wasApplied(await definition.get(ontap, key)),
        definition.gone,
      );
    } catch (error) {
      if (error instanceof OntapError) {
        return { reached, done, failure: error.forOperation(`${change.what} of ${definition.title(change.after)}`) };
      }
      throw error;
    }
    reached = change.after;
  }
  return { reached, done: changes.length, failure: undefined };
}
