import type { DriftReport } from "../report";
import { className, formatValue, noteText, summary, unseenText } from "./wording";

const HEAD = ["Resource", "Class", "Cluster", "Status", "Property", "Recorded", "Actual"];

/** For a merge request: one row for each property that drifted. */
export function markdown(report: DriftReport): string {
  const rows = report.objects.flatMap(({ name, type, cluster, status, changes, reason }) => {
    const object = [code(name), className(type), cluster === null ? "" : escaped(cluster), status];
    return status === "changed"
      ? changes.map(({ property, recorded, actual }) => [
          ...object,
          code(property),
          code(formatValue(recorded)),
          code(formatValue(actual)),
        ])
      : status === "clean"
        ? []
        : [[...object, "", "", escaped(reason ?? "")]];
  });
  const notes = report.objects.flatMap(({ name, notes }) =>
    notes.map((note) => `- ${code(name)}: ${escaped(noteText(note))}`),
  );
  const unmanaged = report.unmanaged.map(({ type, id }) => `- ${className(type)} ${code(id)}`);
  const table =
    rows.length === 0 ? [] : [[HEAD, HEAD.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")];
  return [
    `### ${summary(report)}`,
    ...table,
    ...list("Notes:", notes),
    ...list("On the array and in no state:", unmanaged),
    unseenText(report) ?? "",
  ]
    .filter((part) => part !== "")
    .map((part) => `${part}\n`)
    .join("\n");
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, lines.join("\n")];
}

/** Text in code style, whatever characters it holds: a code span of backticks would end at the first of them. */
export function code(value: string): string {
  return `<code>${escaped(value)}</code>`;
}

/** Text that neither ends a table's cell nor is taken for markup. */
export function escaped(value: string): string {
  return value.replace(/[&<>|`*_[\]\\~#]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\s+/g, " ");
}
