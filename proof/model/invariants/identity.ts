import { objectAt } from "../array-state";
import { isTargeted, type RunRecord, stepOf } from "../run-record";
import { Violation } from "../violation";

/** After a run without an error every entry is the object that its program means, by UUID. */
export function identity(record: RunRecord): void {
  const { stack, goals, meant, result } = record;
  if (result.error !== undefined) {
    return;
  }
  for (const { name, args, follows } of goals) {
    const ids = meant.get(name) ?? [];
    const entry = stack.state.get(name);
    const svm = JSON.stringify(args.svm);
    // Of a service that is no target the engine tells the provider nothing.
    if (!isTargeted(record, name) || (follows !== undefined && !isTargeted(record, follows))) {
      continue;
    }
    if (ids.length === 0) {
      throw new Violation("what names no SVM, or two, is refused", `${stack.name}.${name}, svm ${svm}, was accepted`);
    }
    if (entry === undefined || !ids.includes(entry.id)) {
      throw new Violation(
        "an object is what its UUID says",
        `${stack.name}.${name}, svm ${svm}, is ${ids.join(" or ")}; the state has ${entry?.id ?? "nothing"}`,
      );
    }
  }
}

/** What exists is taken over only where the program says so. */
export function takesNothingOver(record: RunRecord): void {
  const { stack, goals, before, entries } = record;
  for (const { name, args } of goals) {
    const entry = stack.state.get(name);
    const step = stepOf(record, name);
    if (entry === undefined || step?.operation !== "create" || !step.isDone) {
      continue;
    }
    const wasThere = objectAt(before, entry.id) !== undefined;
    const wasOwn = [...entries.values()].some(({ id }) => id === entry.id || entry.id.startsWith(`${id}/`));
    if (wasThere && !wasOwn && args.adopt !== true && args.initiator !== "default") {
      throw new Violation(
        "what exists is adopted only where the program says so",
        `${stack.name}.${name} was created without an error, and ${entry.id} had been there before`,
      );
    }
  }
}
