import type { LoggedRequest } from "../../test/array";
import { type ArrayObjects, objectsOn } from "../support/array-comparison";
import type { ArrayState } from "../support/array-state";
import type { EngineStack, Recorded } from "../support/engine-stack";
import type { Operation } from "./operations";

/** An operation on a stack, as it goes without a crash. */
export interface Prepared {
  readonly operation: Operation;
  /** The array before it. What the stack then records is kept by the operation's name. */
  readonly before: ArrayState;
  readonly requests: readonly LoggedRequest[];
  readonly end: { readonly objects: ArrayObjects; readonly recorded: Recorded };
}

/** Runs an operation once. Throws where that fails. */
export async function prepare(stack: EngineStack, operation: Operation): Promise<Prepared> {
  await stack.setBack(NEW, operation.array);
  if (operation.before.length > 0) {
    stack.setProgram(operation.before);
    await expectUp(stack, `what comes before ${operation.name}`);
  }
  stack.keep(operation.name);
  const before = await stack.array.control<ArrayState>("GET", "/state");
  stack.setProgram(operation.after);
  await stack.array.control("DELETE", "/requests");
  await expectUp(stack, operation.name);
  const requests = await stack.array.everyRequest();
  const objects = objectsOn(await stack.array.control<ArrayState>("GET", "/state"));
  return { operation, before, requests, end: { objects, recorded: stack.recorded() } };
}

/** Name of what is kept of a stack that has nothing. */
export const NEW = "new";

async function expectUp(stack: EngineStack, what: string): Promise<void> {
  const { code, text } = await stack.up();
  if (code !== 0) {
    throw new Error(`${what}, ${stack.front}: exit code ${code}\n${text}`);
  }
}
