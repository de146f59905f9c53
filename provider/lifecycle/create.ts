import { randomUUID } from "node:crypto";
import { type OntapClient, OntapError } from "../rest";
import type { PropertyMap } from "../schema/property-map";
import type { SvmReference } from "../schema/svm";
import { apply } from "./apply";
import { adoptedFrom, prerequisiteMissing } from "./built-in";
import { namingOther } from "./checked-objects";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { tellOfLostDependents } from "./dependents";
import { guard } from "./guard";
import { newOwner, recordRows } from "./owners";
import { cameAnywhere, PartialFailure } from "./partial-failure";
import { notePlanned, plannedOn, settlePlanned } from "./planned";
import { post } from "./post";
import type { ProviderContext } from "./provider-context";
import { explainedByRename } from "./renamed-svm";
import { outputsOf, type State, stateOf } from "./state";
import { objectSubject, svmKeys } from "./subjects";
import { writeOnSvm } from "./svm-write";
import type { RowNotes } from "./table/rows";
import { requireAgreement } from "./which-svm";
import { withPrerequisite } from "./with-prerequisite";

/** What was created or adopted. */
export interface Created {
  readonly id: string;
  readonly outputs: PropertyMap;
}

/**
 * Creates the object: one POST. With `adopt`, and for objects that ONTAP makes itself, what exists is taken over
 * instead: one GET and the requests that bring it to what is wanted. What a POST without an answer means is for post.ts.
 * Where what the object needs is missing, one that this process creates is waited for.
 */
export async function create<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  news: PropertyMap,
): Promise<Created> {
  const want = definition.inputs(news);
  context.memory.checkedCreations.settle(definition, want);
  const ontap = context.connections.client(want.cluster);
  try {
    const created = await withPrerequisite(context, definition, want, () => {
      const svm = svmMeant(context, definition, ontap, want);
      return writeOnSvm(context, ontap, svm, definition.isExclusive(want), () =>
        attempt(context, definition, ontap, want, { ...want, svm }),
      );
    });
    noteCreated(context, definition, ontap, created);
    return created;
  } catch (cause) {
    const error = await explainedByRename(context.memory.svmNames, ontap, want.svm, cause);
    if (!(error instanceof OntapError) || error instanceof PartialFailure || error.code === "guarded") {
      throw error;
    }
    const failure = error.code === "conflict" ? await namingOther(context, definition, want, error) : error;
    throw failure.forOperation(`create ${definition.title(want)}`);
  }
}

/** Notes what the rest of the run must know of an object that is there now. */
function noteCreated<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  { id, outputs }: Created,
): void {
  const { memory } = context;
  const key = definition.key(id);
  const { inputs, computed, owner } = stateOf(definition, outputs);
  const svm = { cluster: inputs.cluster, references: [inputs.svm, { uuid: key.svmUuid }] };
  // The program may have named the SVM by its name alone, and what was looked at is known by its UUID.
  memory.permits.wrote(svmKeys(ontap, { uuid: key.svmUuid }));
  settlePlanned(memory, { definition, ontap, key }, inputs);
  if (computed.svmName !== undefined) {
    memory.svmNames.learn(ontap, key.svmUuid, computed.svmName);
  }
  if (definition.prerequisiteOf !== undefined) {
    const isNew = owner === undefined;
    if (isNew) {
      tellOfLostDependents(context, svm, definition.title(inputs));
    }
    memory.cascades.notePrerequisiteCreated(svm, isNew);
  } else if (definition.needs !== undefined) {
    memory.cascades.noteCreated(objectSubject(definition, ontap, key), svm, definition.title(inputs));
  }
}

async function attempt<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
  sent: Inputs,
): Promise<Created> {
  await definition.rows?.refuseStrangers(ontap, sent);
  const isBuiltIn = definition.builtIn?.is(want) === true;
  if (isBuiltIn || want.adopt === true) {
    const wire = await definition.locate(ontap, sent);
    if (wire !== undefined) {
      const { svmName: name, svmUuid: uuid } = definition.computed(wire);
      requireAgreement(sent.svm, { name, uuid });
      return adopt(context, definition, ontap, want, wire);
    }
    if (isBuiltIn) {
      await requireSvm(context, ontap, want);
      throw prerequisiteMissing(definition, `adopt ${definition.title(want)}`);
    }
  }
  const { wire, answered } = await post(definition, ontap, sent, want.adopt === true ? "absent" : "unseen");
  if (!answered && want.adopt === true) {
    return adopt(context, definition, ontap, want, wire);
  }
  const have = definition.observed(wire, want);
  return finish(context, definition, ontap, want, wire, answered ? have : definition.withoutSecrets(have), undefined);
}

/**
 * The SVM as it is named to ONTAP: with the UUID of the one that the program's own service is on, where the program
 * calls both by the same name, and else, for what needs a service, of the one that the stack records by that name.
 * Should the name mean another SVM today, ONTAP refuses it (2621706).
 */
function svmMeant<Inputs extends CommonInputs, Wire>(
  { memory: { cascades, svmNames } }: ProviderContext,
  { needs }: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  { cluster, svm }: Inputs,
): SvmReference {
  const recorded = () => (needs && svm.name !== undefined ? svmNames.recordedUuid(ontap, svm.name) : undefined);
  const uuid = svm.uuid ?? cascades.uuidOf({ cluster, references: [svm] }) ?? recorded();
  return { ...svm, ...(uuid === undefined ? {} : { uuid }) };
}

/** Throws where the array does not know the SVM at all, which no waiting for a service will change. */
async function requireSvm({ memory }: ProviderContext, ontap: OntapClient, { svm }: CommonInputs): Promise<void> {
  if (svm.uuid === undefined && svm.name !== undefined) {
    await memory.svmNames.uuidOf(ontap, svm.name);
  }
}

/** Brings an existing object to what is wanted. Its passwords cannot be seen, so they are sent. */
async function adopt<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
  wire: Wire,
): Promise<Created> {
  const have = definition.observed(wire, want);
  const key = definition.keyOf(wire);
  const subject = objectSubject(definition, ontap, key);
  const notes = notesOf(definition, want, wire);
  if (definition.rows !== undefined) {
    notePlanned(context.memory, { definition, key, ontap, state: { inputs: have, notes } }, want);
  }
  const planned = plannedOn(context.memory, ontap, key);
  const impacts = definition.sessionImpact(key, have, want, planned, notes);
  if (want.forceDisconnect !== true) {
    await guard(ontap, `adopt ${definition.title(want)} and change it`, impacts);
  }
  if (context.memory.isManaged(subject)) {
    context.warn(
      `${definition.title(want)}: another entry of this stack manages it already. If the resource was renamed, give it the old name as an alias (the option aliases), or remove the old entry without deleting anything: pulumi state delete <urn>; see docs/import.md`,
    );
  }
  const widened = definition.widensAccess(have, want);
  if (widened !== undefined) {
    context.warn(`${definition.title(want)}: ${widened}`);
  }
  const owner = randomUUID();
  const adoption = { adoptedFrom: adoptedFrom(definition, have), owner };
  const created = await finish(context, definition, ontap, want, wire, definition.withoutSecrets(have), adoption);
  context.memory.recordAdoption(subject, owner);
  return created;
}

/** Sends what still differs, if anything does, and says what there is now. */
async function finish<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
  wire: Wire,
  have: Inputs,
  adoption: Pick<State<Inputs>, "adoptedFrom" | "owner"> | undefined,
): Promise<Created> {
  const known = definition.keyOf(wire);
  const notes = notesOf(definition, want, wire);
  const changes = definition.changes(known, have, want, definition.computed(wire).svmName, notes);
  const owner = adoption?.owner ?? newOwner(definition);
  const run = {
    context,
    notes,
    owner,
    adoptedFrom: adoption?.adoptedFrom,
    isCreation: true,
    hasLooked: want.adopt === true,
  };
  const progress = await apply(definition, ontap, known, have, changes, run);
  const { reached, failure, kept, computed = definition.computed(wire) } = progress;
  if (failure !== undefined && !cameAnywhere(progress) && (adoption ?? definition.rows) !== undefined) {
    // Nothing was changed, so nothing is recorded: what is only meant to be adopted must not be deleted later.
    throw failure;
  }
  const inputs = failure === undefined ? want : reached;
  const state: State<Inputs> = { inputs, computed, adoptedFrom: undefined, ...adoption, owner, ...kept };
  const key = { ...known, svmUuid: computed.svmUuid };
  recordRows(context.memory, { definition, key, ontap }, inputs, owner);
  const created = { id: definition.id(key), outputs: outputsOf(state) };
  if (failure !== undefined) {
    throw new PartialFailure(created.id, created.outputs, failure);
  }
  return created;
}

/** What of the array a new object with rows takes in besides its own rows. */
function notesOf<Inputs extends CommonInputs, Wire>(
  { rows }: ResourceDefinition<Inputs, Wire>,
  want: Inputs,
  wire: Wire,
): RowNotes | undefined {
  return rows?.notes(want, rows.withUnlisted(want, wire), undefined);
}
