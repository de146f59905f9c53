import type { LoggedRequest } from "../../test/array";
import type { ArrayState } from "./array-state";
import type { Operation, RunResult, Step } from "./deployment";
import type { Fault } from "./simulated-array";
import type { Stack } from "./stack";
import type { Entry, Goal } from "./stack-state";

/** Everything that is known of a run of one stack. */
export interface RunRecord {
  readonly stack: Stack;
  readonly goals: readonly Goal[];
  /** Ids that each resource of the program may mean, by name. */
  readonly meant: ReadonlyMap<string, readonly string[]>;
  /** The stack's entries before the run. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly before: ArrayState;
  readonly after: ArrayState;
  readonly requests: readonly LoggedRequest[];
  readonly result: RunResult;
  readonly targets: ReadonlySet<string> | undefined;
  /** Ids whose deletion the environment forces. */
  readonly forced: readonly string[];
  readonly fault: Fault | undefined;
}

/** True where a run touches a resource of that name at all. */
export function isTargeted({ targets }: RunRecord, name: string): boolean {
  return targets?.has(name) !== false;
}

/** What became of a resource; undefined where the run ended before. */
export function stepOf({ result }: RunRecord, name: string): Step | undefined {
  return result.steps.find((step) => step.name === name);
}

/** True where the step of that name is one of these, and was carried out. */
export function wasDone(record: RunRecord, name: string, ...operations: readonly Operation[]): boolean {
  const step = stepOf(record, name);
  return step?.isDone === true && operations.includes(step.operation);
}
