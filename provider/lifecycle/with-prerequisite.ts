import { isApiError, OntapError } from "../rest";
import { textAt } from "../schema/property-map";
import type { Created } from "./create";
import type { CommonInputs, Need, ResourceDefinition } from "./definition";
import { PartialFailure } from "./partial-failure";
import type { WaitEnd } from "./pending-prerequisites";
import type { ProviderContext } from "./provider-context";

/**
 * Runs a creation as a step of the engine. One that others need tells how it goes; one that meets a missing need waits
 * for it, if this process creates it, and is then tried once more.
 */
export function withPrerequisite<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  want: Inputs,
  creation: () => Promise<Created>,
): Promise<Created> {
  const { prerequisites } = context.memory;
  return prerequisites.slots.run(() =>
    definition.prerequisiteOf !== undefined
      ? createPrerequisite(context, want, creation)
      : createDependent(context, definition.needs, want, creation),
  );
}

async function createPrerequisite(
  { memory: { prerequisites } }: ProviderContext,
  { cluster, svm }: CommonInputs,
  creation: () => Promise<Created>,
): Promise<Created> {
  prerequisites.begin(cluster, svm);
  try {
    const created = await creation();
    const [name, uuid] = [textAt(created.outputs, "svmName"), textAt(created.outputs, "svmUuid")];
    const actual = name === undefined || uuid === undefined ? svm : { name, uuid };
    prerequisites.settle(cluster, svm, "there", actual);
    return created;
  } catch (error) {
    prerequisites.settle(cluster, svm, mayBeThere(error) ? "there" : "failed");
    throw error;
  }
}

/** Whoever waits is tried once more in any case, so that a wrong guess does no harm. */
function mayBeThere(error: unknown): boolean {
  return (
    error instanceof PartialFailure ||
    (error instanceof OntapError && (error.code === "conflict" || error.code === "uncertain"))
  );
}

async function createDependent(
  { memory: { prerequisites } }: ProviderContext,
  need: Need | undefined,
  { cluster, svm }: CommonInputs,
  creation: () => Promise<Created>,
): Promise<Created> {
  try {
    return await creation();
  } catch (error) {
    if (need === undefined || !isApiError(error, need.missing)) {
      throw error;
    }
    const end = await prerequisites.waitFor(cluster, svm);
    if (end === "there") {
      return creation();
    }
    throw new OntapError({
      code: error.code,
      operation: error.operation,
      reason: `${error.reason}; ${reason(end, need.noun)}`,
      hint: need.advice,
      ...(error.status === undefined ? {} : { status: error.status }),
      ontapCode: error.ontapCode,
      cause: error,
    });
  }
}

function reason(end: Exclude<WaitEnd, "there">, noun: string): string {
  switch (end) {
    case "failed":
      return `the ${noun} of this run could not be created`;
    case "late":
      return `the ${noun} of this run was not there within 30 s`;
    case "none":
      return `this run began to create no ${noun} within 5 s`;
    case "crowded":
      return `it cannot wait for an ${noun} of this run, since so many others do that no slot of the engine may be left for that`;
  }
}
