import type { Operation } from "./operations";
import type { Performed, Scene, Stage } from "./stage";

/** An operation without faults: where it begins, and how it ends, with its requests, each a place for a fault. */
export interface Reference {
  readonly operation: Operation;
  /** What others have there, before the stack is brought up. */
  readonly others: Scene;
  readonly before: Scene;
  readonly end: Performed;
}

/** Runs an operation once, to learn its requests and its end. Throws where what comes before it fails. */
export async function referenceOf(stage: Stage, operation: Operation): Promise<Reference> {
  await stage.set(operation.array);
  const others = await stage.scene(new Map());
  const made = await stage.perform({ kind: "up", program: operation.before ?? [] }, new Map());
  if (made.failure !== undefined) {
    throw new Error(`${operation.name}, ${stage.front}: what comes before it failed: ${made.failure}`);
  }
  for (const [method, path, body] of operation.byHand ?? []) {
    await stage.array.byHand(method, path, body);
  }
  const before = await stage.scene(made.state);
  if (operation.always !== undefined) {
    await stage.fault(operation.always);
  }
  const end = await stage.perform(operation.command, before.state);
  return { operation, others, before, end };
}
