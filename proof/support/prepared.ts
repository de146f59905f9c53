import type { LoggedRequest } from "../../test/array";
import { type ArrayObjects, objectsOn } from "./array-comparison";
import type { ArrayState } from "./array-state";
import type { EngineStack, Recorded } from "./engine-stack";
import type { Program } from "./program";

/** What an `up` changes. */
export interface Change {
  readonly name: string;
  readonly array: ArrayState;
  /** What the stack has before. */
  readonly before: Program;
  readonly after: Program;
}

/** A change on a stack, as it goes where nothing comes in between. */
export interface Prepared {
  readonly change: Change;
  /** The array before it. What the stack then records is kept by the change's name. */
  readonly before: ArrayState;
  readonly requests: readonly LoggedRequest[];
  readonly end: { readonly objects: ArrayObjects; readonly recorded: Recorded };
}

/** Makes a change once. Throws where that fails. */
export async function prepare(stack: EngineStack, change: Change): Promise<Prepared> {
  await stack.setBack(NEW, change.array);
  if (change.before.length > 0) {
    stack.setProgram(change.before);
    await expectUp(stack, `what comes before ${change.name}`);
  }
  stack.keep(change.name);
  const before = await stack.array.control<ArrayState>("GET", "/state");
  stack.setProgram(change.after);
  await stack.array.control("DELETE", "/requests");
  await expectUp(stack, change.name);
  const requests = await stack.array.everyRequest();
  const objects = objectsOn(await stack.array.control<ArrayState>("GET", "/state"));
  return { change, before, requests, end: { objects, recorded: stack.recorded() } };
}

/** Name of what is kept of a stack that has nothing. */
export const NEW = "new";

async function expectUp(stack: EngineStack, what: string): Promise<void> {
  const { code, text } = await stack.up();
  if (code !== 0) {
    throw new Error(`${what}, ${stack.front}: exit code ${code}\n${text}`);
  }
}
