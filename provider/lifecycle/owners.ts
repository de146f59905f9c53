import { randomUUID } from "node:crypto";
import type { CommonInputs, ResourceDefinition } from "./definition";
import type { Memory } from "./memory";
import { subjectsOf, type Target } from "./target";

/**
 * Who a resource is for those who ask whose an object is, where it adopted nothing; undefined for most. A kind that is
 * many objects in one always is somebody, since it may take an object over at any time.
 */
export function newOwner<Inputs extends CommonInputs, Wire>({
  rows,
}: ResourceDefinition<Inputs, Wire>): string | undefined {
  return rows === undefined ? undefined : randomUUID();
}

/**
 * Notes that the rows of many objects in one are its own: whoever managed one of them before, and is deleted later in
 * this run, must leave it alone.
 */
export function recordRows<Inputs extends CommonInputs, Wire>(
  memory: Memory,
  target: Pick<Target<Inputs, Wire>, "definition" | "key" | "ontap">,
  inputs: Inputs,
  owner: string | undefined,
): void {
  if (target.definition.rows === undefined || owner === undefined) {
    return;
  }
  for (const subject of subjectsOf(target, inputs)) {
    memory.recordAdoption(subject, owner);
  }
}
