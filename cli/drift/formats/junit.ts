import type { XMLBuilder } from "xmlbuilder2/lib/interfaces";
import { provenanceRows } from "../../provenance";
import { type Place, placeName } from "../../stack/place";
import { type DriftObject, type DriftReport, isDrift, type UnknownCause, type UnmanagedObject } from "../report";
import { notedTitle, notesOf } from "./notes";
import { objectTitle, unmanagedTitle } from "./titles";
import { auditTexts, whoTexts } from "./who";
import { className, describe, unseenText } from "./wording";

/** A test case; without `trouble` it has passed. */
interface Case {
  readonly name: string;
  readonly classname: string;
  readonly trouble?: Trouble;
}

interface Trouble {
  readonly is: "failure" | "error";
  readonly type: string;
  readonly message: string;
  readonly detail: string;
}

/**
 * For CI systems: a test case for each object, failed where it drifted, in error where its state is unknown. Objects in
 * no state are cases that fail where they are drift and else pass.
 */
export async function junit(report: DriftReport): Promise<string> {
  // Loading it takes longer than comparing some hundred objects, and no other format needs it.
  const { create } = await import("xmlbuilder2");
  const causes = new Map(report.causes.flatMap((cause) => cause.objects.map((object) => [object, cause] as const)));
  const cases = [
    ...report.objects.map((object) => objectCase(object, causes.get(object))),
    ...report.causes.filter(({ objects }) => objects.length === 0).map(causeCase),
    ...report.unmanaged.map(unmanagedCase),
  ];
  const count = (kind: Trouble["is"]) => cases.filter(({ trouble }) => trouble?.is === kind).length;
  const document = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "?" });
  const suite = document.ele("testsuites").ele("testsuite", {
    name: "ontap-iscsi drift",
    package: "ontap-iscsi",
    id: 0,
    timestamp: report.provenance.time.slice(0, "2026-01-01T00:00:00".length),
    hostname: "localhost",
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    time: 0,
  });
  const properties = suite.ele("properties");
  properties.ele("property", { name: "status", value: report.status });
  for (const [label, value] of provenanceRows(report.provenance)) {
    properties.ele("property", { name: label.toLowerCase(), value });
  }
  for (const one of cases) {
    addCase(suite, one);
  }
  suite.ele("system-out").txt(remarks(report));
  suite.ele("system-err");
  return `${document.end({ prettyPrint: true })}\n`;
}

function addCase(suite: XMLBuilder, { name, classname, trouble }: Case): void {
  const element = suite.ele("testcase", { name, classname, time: 0 });
  if (trouble !== undefined) {
    element.ele(trouble.is, { type: trouble.type, message: trouble.message }).txt(trouble.detail);
  }
}

function objectCase(object: DriftObject, cause: UnknownCause | undefined): Case {
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
function unknownTrouble(object: DriftObject, where: readonly string[], cause: UnknownCause | undefined): Trouble {
  const first = cause?.objects[0];
  const told =
    first === undefined || first === object ? (cause?.message ?? "") : `Same cause as ${objectTitle(first)}.`;
  return { is: "error", type: "unknown", message: cause?.reason ?? "", detail: [...where, told].join("\n") };
}

function causeCase(cause: UnknownCause): Case {
  const { reason, message } = cause;
  return {
    name: inPlace("comparison", cause),
    classname: "drift",
    trouble: { is: "error", type: "unknown", message: reason, detail: message },
  };
}

function unmanagedCase(object: UnmanagedObject): Case {
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
