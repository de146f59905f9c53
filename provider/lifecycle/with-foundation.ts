import { isRefusal, OntapError } from "../rest";
import { textAt } from "../schema/bag";
import type { Created } from "./create";
import type { CommonInputs, Need, ResourceDefinition } from "./definition";
import type { Awaited } from "./foundations";
import { PartialFailure } from "./partial-failure";
import type { World } from "./world";

/**
 * Runs a creation as a step of the engine. One that others need tells how it goes; one that meets a missing need waits
 * for it, if this process creates it, and is then tried once more.
 */
export function withFoundation<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  want: Inputs,
  creation: () => Promise<Created>,
): Promise<Created> {
  const { foundations } = world.memory;
  return foundations.slots.run(() =>
    definition.founds ? founding(world, want, creation) : founded(world, definition.needs, want, creation),
  );
}

async function founding(
  { memory: { foundations } }: World,
  { cluster, svm }: CommonInputs,
  creation: () => Promise<Created>,
): Promise<Created> {
  foundations.begin(cluster, svm);
  try {
    const created = await creation();
    const [name, uuid] = [textAt(created.outputs, "svmName"), textAt(created.outputs, "svmUuid")];
    const actual = name === undefined || uuid === undefined ? svm : { name, uuid };
    foundations.settle(cluster, svm, "there", actual);
    return created;
  } catch (error) {
    foundations.settle(cluster, svm, mayBeThere(error) ? "there" : "failed");
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

async function founded(
  { memory: { foundations } }: World,
  need: Need | undefined,
  { cluster, svm }: CommonInputs,
  creation: () => Promise<Created>,
): Promise<Created> {
  try {
    return await creation();
  } catch (error) {
    if (need === undefined || !isRefusal(error, need.missing)) {
      throw error;
    }
    const end = await foundations.awaited(cluster, svm);
    if (end === "there") {
      return creation();
    }
    throw new OntapError({
      code: error.code,
      tried: error.tried,
      outcome: `${error.outcome}; ${reason(end, need.noun)}`,
      next: need.advice,
      ...(error.status === undefined ? {} : { status: error.status }),
      ontapCode: error.ontapCode,
      cause: error,
    });
  }
}

function reason(end: Exclude<Awaited, "there">, noun: string): string {
  switch (end) {
    case "failed":
      return `the ${noun} of this run could not be created`;
    case "late":
      return `the ${noun} of this run was not there within 30 s`;
    case "none":
      return `no ${noun} was being created for it within 5 s`;
    case "crowded":
      return `it cannot wait for an ${noun} of this run, since so many others do that no slot of the engine may be left for that`;
  }
}
