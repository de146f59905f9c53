import type { Notification, Result } from "sarif";
import { sarifLocation, sarifLog, sarifResult, sarifRule } from "../../sarif";
import { placeName } from "../../stack/place";
import type { DriftObject, DriftReport, UnknownCause, UnmanagedObject } from "../report";
import { type Note, notedTitle, notesOf } from "./notes";
import { countOf, objectTitle, unmanagedTitle } from "./titles";
import { auditTexts, whoTexts } from "./who";
import { describe, formatChange } from "./wording";

const rules = [
  sarifRule("changed", "warning", "A property is not what the stack records."),
  sarifRule("gone", "error", "An object that the stack records does not exist."),
  sarifRule("renamed", "note", "The SVM or the target has another name than when it was last read."),
  sarifRule("password", "note", "A password was set outside Pulumi since the state was written."),
  sarifRule("unmanaged", "note", "An object on a managed SVM is in no state."),
];

/** For code scanning, SARIF 2.1.0: a result for each property that drifted. What is unknown is a notification. */
export function sarif(report: DriftReport): string {
  const { provenance, causes, objects, unmanaged } = report;
  return sarifLog({
    name: "ontap-iscsi drift",
    provenance,
    rules,
    isSuccessful: causes.length === 0,
    notifications: [
      ...causes.map(notification),
      ...auditTexts(report).map((text): Notification => ({ level: "note", message: { text } })),
    ],
    results: [...objects.flatMap(resultsOf), ...unmanaged.map(unmanagedResult), ...notesOf(report).map(noteResult)],
  });
}

function notification(cause: UnknownCause): Notification {
  const { message, objects } = cause;
  const name = placeName(cause);
  const where = name === undefined ? "" : ` on ${name}`;
  return {
    level: "error",
    message: { text: objects.length === 0 ? message : `${countOf(objects)}${where}: ${message}` },
    locations: objects.map(({ urn }) => sarifLocation(urn)),
  };
}

function resultsOf(object: DriftObject): readonly Result[] {
  const { urn, row, status, changes, who } = object;
  const title = objectTitle(object);
  return [
    ...(status === "gone" ? [sarifResult("gone", "error", [urn], `${title} ${describe(object)}`, row, who)] : []),
    ...changes.map((change) =>
      sarifResult(
        "changed",
        "warning",
        [urn],
        `${title}: ${change.property} ${formatChange(change)}`,
        change.property,
        who,
      ),
    ),
    ...(who?.passwords ?? []).map((path) =>
      sarifResult("password", "note", [urn], `${title}: ${whoTexts(object).join("; ")}`, path, who),
    ),
  ];
}

function unmanagedResult(object: UnmanagedObject): Result {
  const { id, admits, drift, who } = object;
  const text = `${unmanagedTitle(object)} is in no state; it admits ${admits}`;
  return sarifResult("unmanaged", drift ? "warning" : "note", [id], text, "", who);
}

function noteResult(note: Note): Result {
  const urns = note.objects.map(({ urn }) => urn);
  return sarifResult("renamed", "note", urns, `${notedTitle(note)}: ${note.text}`, note.property);
}
