import { type PropertyChange, renamable } from "../../../provider/inventory";
import { SECRET } from "../../stack/secrets";
import type { DriftObject, DriftReport } from "../report";

/** A type token's last part, the resource class. */
export function className(type: string): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

/** A value on one line. */
export function formatValue(value: unknown): string {
  return value === null ? "(none)" : value === SECRET ? SECRET : JSON.stringify(value);
}

/** `"a" -> "b"` */
export function formatChange({ recorded, actual }: PropertyChange): string {
  return `${formatValue(recorded)} -> ${formatValue(actual)}`;
}

/** What happened to an object, as a clause without the object's name. */
export function describe({ status, changes, reason = "" }: DriftObject): string {
  return status === "changed"
    ? changes.map((change) => `${change.property}: ${formatChange(change)}`).join("; ")
    : status === "gone"
      ? `is gone: ${reason}`
      : reason;
}

/** What a changed name is called. */
export function noteText({ property, recorded, actual }: PropertyChange): string {
  const name = renamable.get(property);
  return `${name === undefined ? property : `the ${name}`} is now called ${formatValue(actual)}; it was ${formatValue(recorded)} when it was last read`;
}

/** The whole report in a line. */
export function summary({ status, objects, unmanaged, provenance: { source } }: DriftReport): string {
  if (objects.length === 0) {
    const place = source.file ?? (source.stack === null ? "the stack" : `the stack ${source.stack}`);
    return `Nothing was compared: ${place} has no managed object of this package.`;
  }
  const count = (wanted: DriftObject["status"]) => objects.filter((object) => object.status === wanted).length;
  const counts = [
    [count("gone"), "gone"],
    [count("changed"), "changed"],
    [count("unknown"), "unknown"],
    [unmanaged.filter(({ drift }) => drift).length, "unmanaged"],
    [count("clean"), "clean"],
  ] as const;
  const told = counts.filter(([number, what]) => number > 0 || what === "clean").map((pair) => pair.join(" "));
  const reported = { clean: "No drift", drift: "Drift", unknown: "Could not tell" }[status];
  return `${reported}: ${told.join(", ")}.`;
}

/** What could not be compared, in a sentence; undefined where everything was. */
export function unseenText({ objects }: DriftReport): string | undefined {
  const blind = objects.filter(({ unseen }) => unseen.length > 0);
  const properties = [...new Set(blind.flatMap(({ unseen, row }) => unseen.map((path) => ofAnyRow(path, row))))].sort();
  return blind.length === 0
    ? undefined
    : `Cannot be seen, so not compared: ${properties.join(", ")} (${blind.length} of ${objects.length} objects).`;
}

/** A property of one row as that of every row of its table: `credentials[*].chap.inbound.password`. */
function ofAnyRow(path: string, row: string | undefined): string {
  return row === undefined ? path : path.replace(JSON.stringify(row), "*");
}
