import { randomUUID } from "node:crypto";
import { type OntapClient, OntapError } from "../rest";
import { NO_SERVICE } from "../rest/codes";
import type { Bag } from "../schema/bag";
import { apply } from "./apply";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { guard } from "./guard";
import { PartialFailure } from "./partial-failure";
import { post } from "./post";
import { outputsOf, type State } from "./state";
import { lockSubject, objectSubject } from "./subjects";
import { uuidOf } from "./which-svm";
import { withFoundation } from "./with-foundation";
import type { World } from "./world";

/** What was created or taken over. */
export interface Created {
  readonly id: string;
  readonly outputs: Bag;
}

/**
 * Creates the object: one POST. With `adopt`, and for objects that ONTAP makes itself, what exists is taken over
 * instead: one GET and the requests that bring it to what is wanted. What a POST without an answer means is for post.ts.
 * Where what the object needs is missing, one that this process creates is waited for.
 */
export async function create<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  news: Bag,
): Promise<Created> {
  const want = definition.inputs(news);
  const ontap = world.connections.client(want.cluster);
  try {
    return await withFoundation(world, definition, want, () =>
      world.memory.locks.run(lockSubject(ontap, want.svm), definition.exclusive, () =>
        attempt(world, definition, ontap, want),
      ),
    );
  } catch (error) {
    throw error instanceof OntapError && !(error instanceof PartialFailure) && error.code !== "guarded"
      ? error.about(`create ${definition.title(want)}`)
      : error;
  } finally {
    world.memory.written(ontap);
  }
}

async function attempt<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
): Promise<Created> {
  const made = definition.madeByOntap(want);
  if (made || want.adopt === true) {
    const wire = await definition.locate(ontap, want);
    if (wire !== undefined) {
      return takeOver(world, definition, ontap, want, wire);
    }
    if (made) {
      await requireSvm(ontap, want);
      throw new OntapError({
        code: "refused",
        ontapCode: NO_SERVICE,
        tried: `take over ${definition.title(want)}`,
        outcome: `the SVM has no iSCSI service, with which ONTAP makes it (code ${NO_SERVICE})`,
      });
    }
  }
  const { wire, answered } = await post(definition, ontap, want, want.adopt === true ? "absent" : "unseen");
  if (!answered && want.adopt === true) {
    return takeOver(world, definition, ontap, want, wire);
  }
  const have = definition.observed(wire, want);
  return finish(definition, ontap, want, wire, answered ? have : definition.withoutSecrets(have), undefined);
}

/** Throws where the array does not know the SVM at all, which no waiting for a service will change. */
async function requireSvm(ontap: OntapClient, { svm }: CommonInputs): Promise<void> {
  if (svm.uuid === undefined && svm.name !== undefined) {
    await uuidOf(ontap, svm.name);
  }
}

/** Brings an existing object to what is wanted. Its passwords cannot be seen, so they are sent. */
async function takeOver<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
  wire: Wire,
): Promise<Created> {
  const have = definition.observed(wire, want);
  const concern = definition.concern(definition.keyOf(wire), have, want);
  if (concern !== undefined && want.forceDisconnect !== true) {
    await guard(ontap, `take over ${definition.title(want)} and change it`, concern);
  }
  const loosened = definition.loosens(have, want);
  if (loosened !== undefined) {
    world.warn(`${definition.title(want)}: ${loosened}`);
  }
  const owner = randomUUID();
  const created = await finish(definition, ontap, want, wire, definition.withoutSecrets(have), {
    takenOver: definition.takenOver(have),
    owner,
  });
  world.memory.noteTakenOver(objectSubject(definition, ontap, definition.keyOf(wire)), owner);
  return created;
}

/** Sends what still differs, if anything does, and says what there is now. */
async function finish<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
  wire: Wire,
  have: Inputs,
  takeover: Pick<State<Inputs>, "takenOver" | "owner"> | undefined,
): Promise<Created> {
  const key = definition.keyOf(wire);
  const computed = definition.computed(wire);
  const changes = definition.changes(key, have, want, computed.svmName);
  const { reached, done, failure } = await apply(definition, ontap, key, have, changes);
  if (failure !== undefined && done === 0 && takeover !== undefined) {
    // Nothing was changed, so nothing is recorded: what is only meant to be taken over must not be deleted later.
    throw failure;
  }
  const inputs = failure === undefined ? want : reached;
  const state: State<Inputs> = { inputs, computed, takenOver: undefined, ...takeover };
  const created = { id: definition.id(key), outputs: outputsOf(state) };
  if (failure !== undefined) {
    throw new PartialFailure(created.id, created.outputs, failure);
  }
  return created;
}
