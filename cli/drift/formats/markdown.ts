import { code, escaped } from "../../markup";
import { provenanceRows } from "../../provenance";
import { type DriftObject, type DriftReport, isDrift, type UnknownCause } from "../report";
import { notedTitle, notesOf } from "./notes";
import { countOf, nameOnSvm } from "./titles";
import { className, formatValue, summary, unseenText } from "./wording";

const HEAD = ["Status", "SVM", "Resource", "Class", "Cluster", "Property", "Recorded", "Actual"];

/** For a merge request: one row for each property that drifted. */
export function markdown(report: DriftReport): string {
  const rows = [...report.objects.filter(isDrift).flatMap(rowsOf), ...report.causes.map(rowOf)];
  const table =
    rows.length === 0 ? [] : [[HEAD, HEAD.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")];
  const unmanaged = report.unmanaged.map((object) => {
    const name = nameOnSvm(object);
    const what = `${className(object.type)}${name === "" ? "" : ` ${code(name)}`}`;
    return `- ${what} on SVM ${code(object.svm)}${clusterOf(object.cluster)}: admits ${escaped(object.admits)}${object.drift ? ", which is drift" : ""}`;
  });
  const notes = notesOf(report).map(
    (note) => `- ${escaped(notedTitle(note))}${clusterOf(note.cluster)}: ${escaped(note.text)}`,
  );
  const provenance = provenanceRows(report.provenance).map(([label, text]) => `- ${label}: ${escaped(text)}`);
  return [
    `### ${escaped(summary(report))}`,
    ...table,
    ...list("On the array and in no state:", unmanaged),
    ...list("Notes:", notes),
    unseenText(report) ?? "",
    ...list("This report:", provenance),
  ]
    .filter((part) => part !== "")
    .map((part) => `${part}\n`)
    .join("\n");
}

function rowsOf({ status, svm, name, type, cluster, changes, reason = "" }: DriftObject): readonly string[][] {
  const object = [status, code(svm), code(name), className(type), escaped(cluster ?? "")];
  return status === "gone"
    ? [[...object, "", "", escaped(reason)]]
    : changes.map(({ property, recorded, actual }) => [
        ...object,
        code(property),
        code(formatValue(recorded)),
        code(formatValue(actual)),
      ]);
}

function rowOf({ cluster, objects, message }: UnknownCause): readonly string[] {
  const count = objects.length === 0 ? "" : countOf(objects);
  return ["unknown", "", count, "", escaped(cluster ?? ""), "", "", escaped(message)];
}

function clusterOf(cluster: string | null): string {
  return cluster === null ? "" : ` of cluster ${escaped(cluster)}`;
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, lines.join("\n")];
}
