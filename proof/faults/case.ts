import { setTimeout as sleep } from "node:timers/promises";
import type { LoggedRequest } from "../../test/array";
import type { Placed } from "./cases";
import { LASTS, TIMEOUT_MS } from "./kinds";
import type { Command } from "./operations";
import type { Reference } from "./reference";
import type { Performed, Stage } from "./stage";

/** A fault at a request of an operation. */
export interface FaultCase extends Placed {
  readonly reference: Reference;
}

/** What came of a case. */
export interface Played {
  /** The command with the fault, the same once more where that failed, and with `adopt` where that ended in conflict. */
  readonly runs: readonly Performed[];
  /** True where the last of them adopted what a lost create had left. */
  readonly isAdopted: boolean;
}

/** The case in words by which it can be found again. */
export function titleOf({ reference: { operation, end }, kind, nth, lasts }: FaultCase): string {
  const { method = "?", path = "" } = end.requests[nth - 1] ?? {};
  return `${operation.name}: ${kind.name}, ${lasts}, at request ${nth} (${method} ${path})`;
}

/** Runs the command with the fault, and then what a user does: the same again, and what a conflict asks for. */
export async function play(stage: Stage, fault: FaultCase): Promise<Played> {
  const { reference, kind, nth, lasts } = fault;
  const { operation, before } = reference;
  await stage.set(before.array);
  // The oldest rule is the outermost.
  await stage.fault({ ...kind.rule, match: { nth }, times: LASTS[lasts] });
  if (operation.always !== undefined) {
    await stage.fault(operation.always);
  }
  const first = await stage.perform(operation.command, before.state, kind.timeoutMs ?? TIMEOUT_MS);
  await stage.array.control("DELETE", "/faults");
  if (operation.always !== undefined) {
    await stage.fault(operation.always);
  }
  await sleep(kind.settlesAfterMs ?? 0);
  if (first.failure === undefined && reference.end.failure === undefined) {
    return { runs: [first], isAdopted: false };
  }
  const second = await stage.perform(operation.command, first.state);
  if (!isConflict(fault, first, second)) {
    return { runs: [first, second], isAdopted: false };
  }
  const third = await stage.perform(adopting(operation.command, second), second.state);
  return { runs: [first, second, third], isAdopted: true };
}

/** True for the end of a create whose effect nobody can tell from somebody else's object. */
function isConflict(fault: FaultCase, first: Performed, second: Performed): boolean {
  return isWithoutEvidence(fault, first.requests) && /adopt: true/.test(second.failure ?? "");
}

/** True where a POST may have had its effect without showing it: by its own fault, or in a job that was not seen to end. */
function isWithoutEvidence({ kind, nth }: FaultCase, requests: readonly LoggedRequest[]): boolean {
  return requests.some(
    ({ method, status }, index) =>
      method === "POST" && (status === ACCEPTED || (index >= nth - 1 && kind.effect !== "none")),
  );
}

/** HTTP status of a job's beginning. */
const ACCEPTED = 202;

/** The same program, with `adopt` for what it lacks so far, or has in part. */
function adopting(command: Command, { state }: Performed): Command {
  if (command.kind !== "up") {
    return command;
  }
  const program = command.program.map((declared) =>
    state.get(declared.name)?.isIncomplete === false
      ? declared
      : { ...declared, args: { ...declared.args, adopt: true } },
  );
  return { ...command, program };
}
