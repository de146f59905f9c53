import { isApiError, type OntapClient, OntapError } from "../rest";
import { CreatedUnseen } from "../rest/created-unseen";
import { deepEqual } from "../schema/property-map";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { recordUnconfirmed } from "./unconfirmed";
import { unsettled } from "./unsettled";

/**
 * What this process knows of an object from before its POST. An object that is there afterwards is ours only where a
 * read showed it `absent` before; where nobody looked (`unseen`) it may be anybody's, whatever it looks like.
 */
export type Before = "unseen" | "absent";

/** The object after its POST. */
export interface Posted<Wire> {
  readonly wire: Wire;
  /** True where ONTAP said that it made the object; else it was found there, and what it hides may not be what was sent. */
  readonly answered: boolean;
}

type Turn = "first" | "second";

const RUN_AGAIN = "It may exist. Run up again: that creates it, or ends in a conflict that names the way on.";

/**
 * Creates the object: one POST. Without an answer one GET tells how it stands: what is not there is sent once more.
 * Throws `conflict` where an object is there that is not known to be ours; `uncertain` where nobody could tell, as a
 * partial failure if the object, where it exists, is ours and can be named.
 */
export function post<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
  before: Before,
): Promise<Posted<Wire>> {
  return send(definition, ontap, want, before, "first");
}

/** True where the object shows what the POST sent; a comparison never includes what that did not send. */
export function showsWhatWasSent<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  wire: Wire,
  want: Inputs,
): boolean {
  const sent = definition.posted(want);
  return deepEqual(definition.observed(wire, sent), sent);
}

async function send<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
  before: Before,
  turn: Turn,
): Promise<Posted<Wire>> {
  try {
    return { wire: await definition.create(ontap, want), answered: true };
  } catch (error) {
    const open = openQuestion(definition, error, before, turn);
    const wire = await look(definition, ontap, want, open, before);
    if (wire !== undefined) {
      return found(definition, want, wire, open, before);
    }
    if (isApiError(open, definition.exists)) {
      throw reportedAs(open, "conflict", open.reason, open.hint);
    }
    if (turn === "second") {
      throw reportedAs(open, "uncertain", `${open.reason}; it was sent twice and is not there so far`, RUN_AGAIN);
    }
    return send(definition, ontap, want, "absent", "second");
  }
}

/**
 * The trouble that only a look can settle: no response, or "exists already" after a read that showed the object absent.
 * A second POST that never reached the array settles nothing either, since the first may still arrive.
 */
function openQuestion<Inputs extends CommonInputs, Wire>(
  { exists }: ResourceDefinition<Inputs, Wire>,
  error: unknown,
  before: Before,
  turn: Turn,
): OntapError {
  if (!(error instanceof OntapError)) {
    throw error;
  }
  if (isApiError(error, exists) && before === "unseen") {
    throw reportedAs(error, "conflict", error.reason, error.hint);
  }
  const lost = error.code === "uncertain" || (turn === "second" && error.code === "unreachable");
  if (lost || isApiError(error, exists)) {
    return error;
  }
  throw error;
}

async function look<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  want: Inputs,
  open: OntapError,
  before: Before,
): Promise<Wire | undefined> {
  try {
    return await definition.locate(ontap, want);
  } catch (error) {
    const failure = unsettled(open, error, RUN_AGAIN);
    const ours = before === "absent" || open instanceof CreatedUnseen;
    throw ours && failure instanceof OntapError ? await recordUnconfirmed(definition, ontap, want, failure) : failure;
  }
}

function found<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  want: Inputs,
  wire: Wire,
  open: OntapError,
  before: Before,
): Posted<Wire> {
  if (open instanceof CreatedUnseen) {
    return { wire, answered: true };
  }
  if (before === "unseen") {
    const doubt = "it is there now, but nobody looked before, so it may be somebody else's";
    throw reportedAs(
      open,
      "conflict",
      `${open.reason}; ${doubt}`,
      "If it is to be managed here, set adopt: true to take it over, or import it.",
    );
  }
  if (want.adopt !== true && !showsWhatWasSent(definition, wire, want)) {
    throw reportedAs(
      open,
      "conflict",
      `${open.reason}; it was not there before, and what is there now is not what was sent, so somebody else made it`,
      "Set adopt: true to take it over, or import it.",
    );
  }
  return { wire, answered: false };
}

/** The same trouble, reported as what it turned out to be. */
function reportedAs(
  error: OntapError,
  code: "conflict" | "uncertain",
  outcome: string,
  next: string | undefined,
): OntapError {
  return new OntapError({
    code,
    operation: error.operation,
    reason: outcome,
    ...(next === undefined ? {} : { hint: next }),
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.ontapCode === undefined ? {} : { ontapCode: error.ontapCode }),
    // Whether such an object exists already is the object's own matter, whatever stood in the way of finding out.
    shared: code === "uncertain" ? error.shared : undefined,
    cause: error,
  });
}
