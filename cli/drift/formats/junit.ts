import { type JunitCase, type JunitTrouble, junitDocument } from "../../junit";
import { type Place, placeName } from "../../stack/place";
import { type DriftObject, type DriftReport, isDrift, type UnknownCause, type UnmanagedObject } from "../report";
import { notedTitle, notesOf } from "./notes";
import { objectTitle, unmanagedTitle } from "./titles";
import { auditTexts, whoTexts } from "./who";
import { className, describe, unseenText } from "./wording";

/**
 * For CI systems: a test case for each object, failed where it drifted, in error where its state is unknown. Objects in
 * no state are cases that fail where they are drift and else pass.
 */
export function junit(report: DriftReport): Promise<string> {
  const causes = new Map(report.causes.flatMap((cause) => cause.objects.map((object) => [object, cause] as const)));
  const cases = [
    ...report.objects.map((object) => objectCase(object, causes.get(object))),
    ...report.causes.filter(({ objects }) => objects.length === 0).map(causeCase),
    ...report.unmanaged.map(unmanagedCase),
  ];
  const { status, provenance } = report;
  return junitDocument({ name: "ontap-iscsi drift", status, provenance, cases, output: remarks(report) });
}

function objectCase(object: DriftObject, cause: UnknownCause | undefined): JunitCase {
  const tested = { name: objectTitle(object), classname: className(object.type) };
  const { urn, id, status, changes, reason } = object;
  const where = [inPlace(urn, object), id];
  if (isDrift(object)) {
    const detail = [
      ...where,
      ...changes.map((change) => JSON.stringify(change)),
      ...(reason === undefined ? [] : [reason]),
      ...whoTexts(object),
    ];
    return {
      ...tested,
      trouble: { is: "failure", type: status, message: describe(object), detail: detail.join("\n") },
    };
  }
  return status === "unknown" ? { ...tested, trouble: unknownTrouble(object, where, cause) } : tested;
}

/** A cause is told in full with the first of its objects. */
function unknownTrouble(object: DriftObject, where: readonly string[], cause: UnknownCause | undefined): JunitTrouble {
  const first = cause?.objects[0];
  const told =
    first === undefined || first === object ? (cause?.message ?? "") : `Same cause as ${objectTitle(first)}.`;
  return { is: "error", type: "unknown", message: cause?.reason ?? "", detail: [...where, told].join("\n") };
}

function causeCase(cause: UnknownCause): JunitCase {
  const { reason, message } = cause;
  return {
    name: inPlace("comparison", cause),
    classname: "drift",
    trouble: { is: "error", type: "unknown", message: reason, detail: message },
  };
}

function unmanagedCase(object: UnmanagedObject): JunitCase {
  const { id, admits, drift } = object;
  const tested = { name: `unmanaged: ${unmanagedTitle(object)}, admits ${admits}`, classname: className(object.type) };
  const message = `it is in no state; it admits ${admits}`;
  const detail = [inPlace(id, object), ...whoTexts(object)].join("\n");
  return drift ? { ...tested, trouble: { is: "failure", type: "unmanaged", message, detail } } : tested;
}

function inPlace(what: string, place: Place): string {
  const name = placeName(place);
  return name === undefined ? what : `${what} on ${name}`;
}

function remarks(report: DriftReport): string {
  const notes = notesOf(report).map((note) => `${notedTitle(note)}: ${note.text}`);
  const who = [
    ...report.objects.filter((object) => !isDrift(object)).map((object) => [objectTitle(object), object] as const),
    ...report.unmanaged.filter(({ drift }) => !drift).map((object) => [unmanagedTitle(object), object] as const),
  ].flatMap(([title, object]) => whoTexts(object).map((line) => `${title}: ${line}`));
  return [...notes, ...who, unseenText(report) ?? "", ...auditTexts(report)].filter((line) => line !== "").join("\n");
}
