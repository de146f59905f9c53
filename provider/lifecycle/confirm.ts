import { isApiError, type OntapClient, OntapError } from "../rest";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";
import { PartialFailure } from "./partial-failure";
import { post, showsWhatWasSent } from "./post";
import type { ProviderContext } from "./provider-context";
import type { State } from "./state";
import { writeOnSvm } from "./svm-write";
import type { Target } from "./target";

/** Why an object that is there does not count as ours, as a clause. */
export const NOT_OURS =
  "an earlier run never learned whether it created it, and what is there now is not what that run sent";

/**
 * The state to go on from. That is the recorded one, except where nobody knew whether the object was created: then one
 * GET tells, and what is not there is created. Throws `conflict` where something else is there than was sent.
 */
export async function confirmed<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  { definition, key, ontap, state: recorded }: Target<Inputs, Wire>,
  want: Inputs,
): Promise<State<Inputs>> {
  if (recorded.unconfirmed !== true) {
    return recorded;
  }
  const { unconfirmed: _, ...state } = recorded;
  const wire = await existing(definition, ontap, key, recorded.inputs);
  if (wire !== undefined) {
    if (want.adopt !== true && !isOurs(definition, wire, recorded)) {
      throw somethingElse(definition.title(want));
    }
    const inputs = definition.withoutSecrets(definition.observed(wire, recorded.inputs));
    return { ...state, inputs, computed: definition.computed(wire) };
  }
  const posted = await writeOnSvm(context, ontap, want.svm, definition.isExclusive(want), () =>
    post(definition, ontap, want, "absent"),
  ).catch((error: unknown) => {
    const own = error instanceof OntapError && !(error instanceof PartialFailure);
    throw own ? error.forOperation(`create ${definition.title(want)}`) : error;
  });
  const made = definition.observed(posted.wire, want);
  return {
    ...state,
    inputs: posted.answered ? made : definition.withoutSecrets(made),
    computed: definition.computed(posted.wire),
  };
}

/** False where nobody knew whether the object was created, and what is there is not what was sent. */
export function isOurs<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  wire: Wire,
  recorded: State<Inputs>,
): boolean {
  return recorded.unconfirmed !== true || showsWhatWasSent(definition, wire, recorded.inputs);
}

/**
 * True where there is an object to delete that is ours. Asks (one GET) only where nobody knew whether it was created;
 * what somebody else made meanwhile is left alone, with a warning.
 */
export async function isOursToDelete<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  { definition, key, ontap, state: recorded }: Target<Inputs, Wire>,
): Promise<boolean> {
  if (recorded.unconfirmed !== true) {
    return true;
  }
  const wire = await existing(definition, ontap, key, recorded.inputs);
  if (wire !== undefined && !isOurs(definition, wire, recorded)) {
    context.warn(`${definition.title(recorded.inputs)}: it is left as it is, since ${NOT_OURS}`);
    return false;
  }
  return wire !== undefined;
}

async function existing<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  key: ObjectKey,
  recorded: Inputs,
): Promise<Wire | undefined> {
  try {
    return await definition.get(ontap, key);
  } catch (error) {
    if (isApiError(error, ...definition.gone)) {
      return undefined;
    }
    const operation = `tell whether ${definition.title(recorded)} was created in an earlier run`;
    throw error instanceof OntapError ? error.forOperation(operation) : error;
  }
}

function somethingElse(title: string): OntapError {
  return new OntapError({
    code: "conflict",
    operation: `go on with ${title}`,
    reason: NOT_OURS,
    hint: "Set adopt: true to take it over as it is, or drop the entry by pulumi state delete.",
  });
}
