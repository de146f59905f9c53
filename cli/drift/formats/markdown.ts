import { code, escaped } from "../../markup";
import { provenanceRows } from "../../provenance";
import { type Place, placeName } from "../../stack/place";
import { type DriftObject, type DriftReport, isDrift, type UnknownCause } from "../report";
import { notedTitle, notesOf } from "./notes";
import { countOf, nameOnSvm, objectName, objectTitle, unmanagedTitle } from "./titles";
import { auditTexts, whoTexts } from "./who";
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
    return `- ${what} on SVM ${code(object.svm)}${clusterOf(object)}: admits ${escaped(object.admits)}${object.drift ? ", which is drift" : ""}`;
  });
  const notes = notesOf(report).map(
    (note) => `- ${escaped(notedTitle(note))}${clusterOf(note.place)}: ${escaped(note.text)}`,
  );
  const who = [
    ...report.objects.map((object) => [objectTitle(object), object] as const),
    ...report.unmanaged.map((object) => [unmanagedTitle(object), object] as const),
  ].flatMap(([title, object]) =>
    whoTexts(object).map((line) => `- ${escaped(title)}${clusterOf(object)}: ${escaped(line)}`),
  );
  const audit = auditTexts(report).map((line) => `- ${escaped(line)}`);
  const provenance = provenanceRows(report.provenance).map(([label, text]) => `- ${label}: ${escaped(text)}`);
  return [
    `### ${escaped(summary(report))}`,
    ...table,
    ...list("On the array and in no state:", unmanaged),
    ...list("Who, by the audit log:", [...who, ...audit]),
    ...list("Notes:", notes),
    unseenText(report) ?? "",
    ...list("This report:", provenance),
  ]
    .filter((part) => part !== "")
    .map((part) => `${part}\n`)
    .join("\n");
}

function rowsOf(drifted: DriftObject): readonly string[][] {
  const { status, svm, type, changes, reason = "" } = drifted;
  const object = [status, code(svm), code(objectName(drifted)), className(type), escaped(placeName(drifted) ?? "")];
  return status === "gone"
    ? [[...object, "", "", escaped(reason)]]
    : changes.map(({ property, recorded, actual }) => [
        ...object,
        code(property),
        code(formatValue(recorded)),
        code(formatValue(actual)),
      ]);
}

function rowOf(cause: UnknownCause): readonly string[] {
  const { objects, message } = cause;
  const count = objects.length === 0 ? "" : countOf(objects);
  return ["unknown", "", count, "", escaped(placeName(cause) ?? ""), "", "", escaped(message)];
}

function clusterOf(place: Place): string {
  const name = placeName(place);
  return name === undefined ? "" : ` of ${place.provider === undefined ? "cluster " : ""}${escaped(name)}`;
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, lines.join("\n")];
}
