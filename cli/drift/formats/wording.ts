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
    : reason;
}

/** What a changed name is called. */
export function noteText({ property, recorded, actual }: PropertyChange): string {
  const name = renamable.get(property);
  return `${name === undefined ? property : `the ${name}`} is now called ${formatValue(actual)}; it was ${formatValue(recorded)} when it was last read`;
}

/** The whole report in a line. */
export function summary({ status, objects }: DriftReport): string {
  const count = (wanted: DriftObject["status"]) => objects.filter((object) => object.status === wanted).length;
  const counts = (["changed", "gone", "unknown", "clean"] as const)
    .map((wanted) => [count(wanted), wanted] as const)
    .filter(([number, wanted]) => number > 0 || wanted === "clean")
    .map(([number, wanted]) => `${number} ${wanted}`);
  const reported = { clean: "No drift", drift: "Drift", unknown: "Could not tell" }[status];
  return `${reported}: ${counts.join(", ")}.`;
}

/** What could not be compared, in a sentence; undefined where everything was. */
export function unseenText({ objects }: DriftReport): string | undefined {
  const blind = objects.filter(({ unseen }) => unseen.length > 0);
  const properties = [...new Set(blind.flatMap(({ unseen }) => unseen))].sort();
  return blind.length === 0
    ? undefined
    : `Cannot be seen, so not compared: ${properties.join(", ")} (${blind.length} of ${objects.length} objects).`;
}
