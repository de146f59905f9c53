import { isDeepStrictEqual } from "node:util";
import { type ArrayState, objectAt, type RowObject, type ServiceObject } from "./array-state";
import type { Drift } from "./refresh";
import { isTargeted, type RunRecord, stepOf, wasDone } from "./run-record";
import type { Known, Stack } from "./stack";
import type { Entry } from "./stack-state";

/** Takes into the model what a run did. */
export function learnFromRun(record: RunRecord): void {
  const { stack, goals, entries, meant, before, after } = record;
  for (const { name } of goals) {
    if (!isTargeted(record, name)) {
      continue;
    }
    const entry = stack.state.get(name);
    if (entry !== undefined && stepOf(record, name)?.isDone === true) {
      learnFromStep(record, entry);
      continue;
    }
    for (const id of new Set([entries.get(name)?.id, entry?.id, ...(meant.get(name) ?? [])])) {
      const isOwn = [...stack.state.values()].some((known) => known.id === id);
      if (id !== undefined && isOwn && !isDeepStrictEqual(objectAt(before, id), objectAt(after, id))) {
        learnFromFailure(record, name, id);
      }
    }
  }
  for (const { name, id } of entries.values()) {
    if (wasDone(record, name, "delete", "forget")) {
      stack.forget(name, id);
    } else if (!stack.state.has(name)) {
      stack.forget(name, id);
    }
  }
}

function learnFromStep(record: RunRecord, { name, id }: Entry): void {
  const { stack, entries, before, after } = record;
  const declaration = stack.program.get(name);
  const known = stack.known.get(id);
  const isSure = declaration !== undefined && stack.isSure(before, id, declaration);
  const seen = objectAt(after, id);
  if (wasDone(record, name, "create", "replace")) {
    const old = entries.get(name);
    if (old !== undefined && old.id !== id) {
      stack.forget(name, old.id);
    }
    stack.known.set(id, { seen, sureFor: "any", hasHiddenChange: false });
    stack.noteApplied(name, true);
    return;
  }
  const hasHiddenChange = known?.hasHiddenChange ?? true;
  if (wasDone(record, name, "update") || isSure) {
    stack.known.set(id, { seen, sureFor: isSure ? "any" : "none", hasHiddenChange });
  }
  stack.noteApplied(name, false);
}

/** The effect of a write that failed is not known to the stack; the same program must make it right all the same. */
function learnFromFailure({ stack, before, after }: RunRecord, name: string, id: string): void {
  const declaration = stack.program.get(name);
  const known = stack.known.get(id);
  const wasSure = declaration !== undefined && (known === undefined || stack.isSure(before, id, declaration));
  stack.known.set(id, {
    seen: objectAt(after, id),
    sureFor: wasSure ? declaration : "none",
    hasHiddenChange: known?.hasHiddenChange ?? false,
  });
}

/** Takes into the model what a refresh recorded. */
export function learnFromRefresh(
  stack: Stack,
  entries: ReadonlyMap<string, Entry>,
  array: ArrayState,
  drifts: readonly Drift[],
): void {
  for (const { name, changed } of drifts) {
    const id = entries.get(name)?.id ?? "";
    if (changed === "gone") {
      stack.forget(name, id);
      continue;
    }
    const seen = objectAt(array, id);
    const known = stack.known.get(id);
    stack.known.set(id, { seen, sureFor: "any", hasHiddenChange: mayHideChange(known, seen) });
    stack.noteRefreshed(name);
  }
}

function mayHideChange(known: Known | undefined, actual: ServiceObject | RowObject | undefined): boolean {
  return (
    known === undefined ||
    known.hasHiddenChange ||
    known.sureFor !== "any" ||
    !isDeepStrictEqual(passwords(known.seen), passwords(actual))
  );
}

function passwords(object: ServiceObject | RowObject | undefined): unknown {
  return object !== undefined && "type" in object ? [object.inbound?.password, object.outbound?.password] : undefined;
}
