import { type PropertyMap, withoutNulls } from "../schema/property-map";
import { adoptedFrom } from "./built-in";
import { isOurs, NOT_OURS } from "./confirm";
import type { CommonInputs, Computed, ResourceDefinition } from "./definition";
import { existenceUnknown, isDeleted } from "./gone";
import type { ProviderContext } from "./provider-context";
import { outputsOf, stateOf } from "./state";

/** What a read found; undefined where ONTAP says that the object does not exist. */
export type Found = { readonly inputs: PropertyMap; readonly outputs: PropertyMap } | undefined;

/**
 * The object as it stands. Undefined only where ONTAP says so of this very object; whatever else stands in the way is
 * an error, since what could not be read is not gone.
 */
export async function read<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  recorded: PropertyMap,
): Promise<Found> {
  const key = definition.key(id);
  const known = "svm" in recorded ? stateOf(definition, recorded) : undefined;
  const cluster = typeof recorded.cluster === "string" ? recorded.cluster : undefined;
  const ontap = context.connections.client(cluster);
  let wire: Wire;
  try {
    // Nothing is recorded where a program asks by `get`, which no list may answer (see GatheredReads).
    wire = await (known === undefined ? definition.get(ontap, key) : context.memory.reads(definition, ontap).read(key));
    wire = known === undefined ? wire : ((await definition.rows?.completed(ontap, wire, known.inputs)) ?? wire);
  } catch (error) {
    if (isDeleted(context.env, definition, id, error)) {
      return undefined;
    }
    throw existenceUnknown(definition.noun, id, error);
  }
  if (known !== undefined && !isOurs(definition, wire, known)) {
    context.warn(`the ${definition.noun} ${id}: its entry is dropped, since ${NOT_OURS}`);
    return undefined;
  }
  const computed = definition.computed(wire);
  context.memory.svmNames.learn(ontap, computed.svmUuid, computed.svmName);
  reportRenames(context, definition, id, known?.computed, computed);
  const observed = definition.observed(wire, known?.inputs);
  const shown = known === undefined ? observed : (definition.rows?.withUnlisted(observed, wire) ?? observed);
  const inputs = { ...observed, ...extras(recorded) };
  return {
    inputs: shown === observed ? inputs : { ...shown, ...extras(recorded) },
    outputs: outputsOf({
      inputs,
      computed,
      notes: definition.rows?.notes(observed, shown, known?.notes),
      adoptedFrom: known === undefined ? adoptedFrom(definition, observed) : known.adoptedFrom,
      owner: known?.owner,
    }),
  };
}

/** Arguments that say where the object is and how to treat it, and are no part of it. */
function extras({ cluster, adopt, forceDisconnect }: PropertyMap): PropertyMap {
  return withoutNulls({ cluster, adopt, forceDisconnect });
}

function reportRenames<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  { noun, outputs }: ResourceDefinition<Inputs, Wire>,
  id: string,
  before: Partial<Computed> | undefined,
  now: Computed,
): void {
  for (const [key, { nameOf, onRename }] of Object.entries(outputs)) {
    const [old, current] = [before?.[key], now[key]];
    const isRenamed = nameOf !== undefined && old !== undefined && current !== undefined && old !== current;
    // Many objects may belong to one SVM, and so to one rename.
    if (isRenamed && context.memory.isNews(`${now.svmUuid} ${nameOf} ${old} ${current}`)) {
      const what = `the ${nameOf} of the ${noun} ${id} is now called ${current}; it was ${old} when it was last read`;
      context.warn(onRename === undefined ? what : `${what}. ${onRename}`);
    }
  }
}
