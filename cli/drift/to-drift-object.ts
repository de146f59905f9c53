import type { PropertyChange, Verdict } from "../../provider/inventory";
import { textAt } from "../../provider/schema";
import { placeOf } from "../stack/place";
import type { RecordedResource } from "../stack/recorded";
import { SECRET } from "../stack/secrets";
import type { DriftObject } from "./report";

/** A recorded resource and what became of its object, as a line of the report. */
export function toDriftObject(resource: RecordedResource, verdict: Verdict): DriftObject {
  const { urn, name, type, id, kind, table, hidden, outputs } = resource;
  const svm = verdict.status === "there" ? verdict.svmName : recordedSvm(resource);
  const row = table?.row;
  const object = { urn, name, ...(row === undefined ? {} : { row }), type, id, ...placeOf(resource), svm };
  const unseen = [...kind.unreadableProperties(outputs), ...hidden].map((path) => inTable(resource, path));
  if (verdict.status !== "there") {
    const { status, reason } = verdict;
    return { ...object, status, changes: [], unseen: status === "gone" ? [] : unseen, notes: [], reason };
  }
  const reported = (found: readonly PropertyChange[]) =>
    found
      .filter(({ property }) => !touches(hidden, property))
      .map((change) => masked(resource, change))
      .map((change) => ({ ...change, property: inTable(resource, change.property) }));
  const { changes, renames } = verdict.comparison;
  // Names are those of the SVM, not of a row.
  const [drifted, notes] = [reported(changes), renames];
  return { ...object, status: drifted.length === 0 ? "clean" : "changed", changes: drifted, unseen, notes };
}

/** The path of a property, that of a row as it is in its table: `credentials["iqn..."].chap.inbound.user`. */
function inTable({ table }: RecordedResource, property: string): string {
  return table?.row === undefined ? property : `${table.kind.path(table.row)}.${property}`;
}

function recordedSvm({ outputs, kind, id }: RecordedResource): string {
  return textAt(outputs, "svmName") ?? textAt(outputs, "svm", "name") ?? kind.svmUuid(id);
}

/** What the stack keeps secret is not shown; that it changed is. */
function masked({ secret }: RecordedResource, change: PropertyChange): PropertyChange {
  const hide = (value: unknown) => (value === null ? null : SECRET);
  return touches(secret, change.property)
    ? { ...change, recorded: hide(change.recorded), actual: hide(change.actual) }
    : change;
}

function touches(paths: readonly string[], property: string): boolean {
  return paths.some((path) => property === path || isInside(property, path) || isInside(path, property));
}

function isInside(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
