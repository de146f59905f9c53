import type { OntapClient } from "../rest";
import { apply } from "./apply";
import { prerequisiteMissing } from "./built-in";
import type { CommonInputs, Kept, ObjectKey, ResourceDefinition } from "./definition";
import { undefinedWhenGone } from "./gone";
import { changeOf, lookAtWrite } from "./look";
import { PartialFailure } from "./partial-failure";
import { settlePlanned } from "./planned";
import { type Posted, post } from "./post";
import type { ProviderContext } from "./provider-context";
import { outputsOf } from "./state";
import { objectSubject } from "./subjects";
import { writeOnSvm } from "./svm-write";
import type { Target } from "./target";

/**
 * Brings back an object that ONTAP deleted, or reset, with its prerequisite, which this process has replaced: one GET,
 * and the request that makes it what the program wants. Waits for the replacement where it is still under way. Returns
 * what is kept of its rows.
 */
export async function restore<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
  want: Inputs,
): Promise<Kept | undefined> {
  const { definition, key, ontap, svm, names } = target;
  const { cascades, prerequisites } = context.memory;
  if (cascades.replacementOf(svm) === "planned") {
    await prerequisites.waitFor(want.cluster, { uuid: key.svmUuid });
  }
  const kept = await writeOnSvm(context, ontap, names, definition.isExclusive(want), async () => {
    const { wire, answered } = await found(definition, ontap, key, want);
    if (answered && definition.rows === undefined) {
      return undefined;
    }
    const seen = definition.observed(wire, want);
    if (cascades.replacementOf(svm) !== "carried out") {
      // Its prerequisite is still the old one, with its sessions.
      await lookAtWrite(context, target, changeOf(definition, seen, want));
    }
    const have = definition.withoutSecrets(seen);
    const changes = definition.changes(key, have, want, names.name ?? "");
    const { owner, adoptedFrom, notes } = target.state;
    // Rows that a refresh found besides its own went with the prerequisite: what is called so later, no refresh has shown.
    const run = { context, owner, adoptedFrom, notes: { ...notes, unlisted: {} }, hasLooked: true };
    const { failure, reached, kept: known } = await apply(definition, ontap, key, have, changes, run);
    if (failure !== undefined && definition.rows !== undefined) {
      throw new PartialFailure(definition.id(key), outputsOf({ ...target.state, inputs: reached, ...known }), failure);
    }
    if (failure !== undefined) {
      throw failure;
    }
    return known ?? run;
  });
  settlePlanned(context.memory, target, want);
  cascades.noteCreated(objectSubject(definition, ontap, key), svm, definition.title(want));
  return kept;
}

/** The object as it stands, created where it is not there; `answered` where it is just as the program wants it. */
async function found<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  key: ObjectKey,
  want: Inputs,
): Promise<Posted<Wire>> {
  const wire = await definition.get(ontap, key).catch(undefinedWhenGone(definition));
  if (wire !== undefined) {
    return { wire, answered: false };
  }
  if (definition.builtIn?.is(want) === true) {
    throw prerequisiteMissing(definition, `restore ${definition.title(want)}`);
  }
  return post(definition, ontap, { ...want, svm: { uuid: key.svmUuid } }, "absent");
}
