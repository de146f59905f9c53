import { isDeepStrictEqual } from "node:util";
import type { Bag } from "../../../test/engine/bag";
import { objectAt, svmOf } from "../array-state";
import { argsOf, type Declaration, referenceOf } from "../program";
import { isTargeted, type RunRecord, stepOf } from "../run-record";
import type { Entry } from "../stack-state";
import { Violation } from "../violation";
import { differences } from "./content";

const RULE = "what is as the program says is left alone";

/** Whatever happens to others, of a resource that is as it was declared in the last run nothing is planned or written. */
export function unneeded(record: RunRecord): void {
  const { stack, entries, requests } = record;
  for (const entry of entries.values()) {
    const { name, id } = entry;
    const declaration = stack.program.get(name);
    const applied = stack.applied.get(name);
    if (declaration === undefined || applied === undefined || !isSettled(record, entry, declaration)) {
      continue;
    }
    const operation = stepOf(record, name)?.operation ?? "same";
    if (operation !== "same" && isDeepStrictEqual(argsOf(applied), argsOf(declaration))) {
      throw new Violation(RULE, `${stack.name}.${name}: ${operation}`);
    }
    const write = requests.find(({ method, path }) => method !== "GET" && decodeURIComponent(path).endsWith(`/${id}`));
    if (write !== undefined && isDeepStrictEqual(written(applied), written(declaration))) {
      throw new Violation(RULE, `${stack.name}.${name}: ${write.method} ${write.path}`);
    }
  }
}

/** True where the stack has seen the object as it is, that is as the program says, and its SVM keeps its service. */
function isSettled(record: RunRecord, entry: Entry, declaration: Declaration): boolean {
  const { stack, before, entries } = record;
  const { name, id, initErrors, isPendingReplacement } = entry;
  const actual = objectAt(before, id);
  const reference = referenceOf(stack.program, declaration);
  const services = [...entries.values()].filter((other) => other.id === svmOf(id) && other.name !== name);
  return (
    isTargeted(record, name) &&
    !isPendingReplacement &&
    initErrors.length === 0 &&
    reference !== undefined &&
    isDeepStrictEqual(stack.naming.get(name)?.last, reference) &&
    stack.known.get(id)?.sureFor === "any" &&
    isDeepStrictEqual(stack.known.get(id)?.seen, actual) &&
    differences(record, name, declaration, id, actual, true).length === 0 &&
    services.every((service) =>
      ["same", "update", "untouched", undefined].includes(stepOf(record, service.name)?.operation),
    )
  );
}

/** Arguments that the array is sent. */
function written(declaration: Declaration): Bag {
  const { adopt, forceDisconnect, onRemove, ...rest } = argsOf(declaration);
  return rest;
}
