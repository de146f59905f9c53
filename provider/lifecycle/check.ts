import { type Bag, same, withoutNulls } from "../schema/bag";
import type { Failure } from "../schema/failure";
import { sameSvm, svmOf } from "../schema/svm";
import { hasUnknown } from "../schema/unknown";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { uuidOf } from "./which-svm";
import type { World } from "./world";

/** What a check says: the inputs to go on with, or what is wrong with them. */
export interface Checked {
  readonly inputs: Bag;
  readonly failures: readonly Failure[];
}

/**
 * Validates a program's arguments and brings them into the form in which they are compared and kept. Asks the array
 * only where `svm` is spelled differently than before and something else changed as well.
 */
export async function check<Inputs extends CommonInputs, Wire>(
  world: World,
  definition: ResourceDefinition<Inputs, Wire>,
  recorded: Bag,
  given: Bag,
): Promise<Checked> {
  const news = withoutNulls(given);
  const failures = definition.failures(news, recorded);
  if (failures.length > 0) {
    return { inputs: news, failures };
  }
  const normalised = definition.normalised(news, recorded);
  const inputs = (await onlySvmIsSpelledAnew(world, recorded, normalised))
    ? { ...normalised, svm: recorded.svm }
    : normalised;
  world.memory.noteChecked(definition.type, inputs);
  if (definition.founds && Object.keys(recorded).length === 0 && !hasUnknown(inputs.svm)) {
    world.memory.foundations.announce(definition.inputs(inputs).cluster, svmOf(inputs));
  }
  return { inputs, failures: [] };
}

/**
 * True where the recorded spelling of `svm` should be kept, so that a preview names only what really changes. Where
 * `svm` alone changed, the new spelling goes on: `diff` finds no change then, and it is recorded.
 */
async function onlySvmIsSpelledAnew(world: World, recorded: Bag, inputs: Bag): Promise<boolean> {
  const spelledAnew = recorded.svm !== undefined && !hasUnknown(inputs.svm) && !same(recorded.svm, inputs.svm);
  const othersChanged = !same({ ...recorded, svm: undefined }, { ...inputs, svm: undefined });
  if (!spelledAnew || !othersChanged || recorded.cluster !== inputs.cluster) {
    return false;
  }
  const [before, after] = [svmOf(recorded), svmOf(inputs)];
  const verdict = sameSvm(before, after);
  if (verdict !== undefined) {
    return verdict;
  }
  try {
    const ontap = world.connections.client(typeof inputs.cluster === "string" ? inputs.cluster : undefined);
    const [one, other] = await Promise.all(
      [before, after].map(async ({ name, uuid }) => uuid ?? (name === undefined ? undefined : uuidOf(ontap, name))),
    );
    return one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase();
  } catch {
    // It could not be told here; `diff` knows the recorded UUID, asks again and reports what is wrong.
    return false;
  }
}
