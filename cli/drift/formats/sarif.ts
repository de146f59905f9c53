import { createHash } from "node:crypto";
import type { Log, Notification, ReportingDescriptor, Result } from "sarif";
import { placeName } from "../../stack/place";
import type { DriftObject, DriftReport, UnknownCause, UnmanagedObject } from "../report";
import type { Who } from "../who/who";
import { type Note, notedTitle, notesOf } from "./notes";
import { countOf, objectTitle, unmanagedTitle } from "./titles";
import { auditTexts, whoTexts } from "./who";
import { describe, formatChange } from "./wording";

type Level = "note" | "warning" | "error";

const rules: readonly ReportingDescriptor[] = [
  rule("changed", "warning", "A property is not what the stack records."),
  rule("gone", "error", "An object that the stack records does not exist."),
  rule("renamed", "note", "The SVM or the target has another name than when it was last read."),
  rule("password", "note", "A password was set outside Pulumi since the state was written."),
  rule("unmanaged", "note", "An object on a managed SVM is in no state."),
];

/** For code scanning, SARIF 2.1.0: a result for each property that drifted. What is unknown is a notification. */
export function sarif(report: DriftReport): string {
  const { provenance, causes, objects, unmanaged } = report;
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "ontap-iscsi drift", version: provenance.version, rules: [...rules] } },
        properties: { provenance },
        invocations: [
          {
            executionSuccessful: causes.length === 0,
            startTimeUtc: provenance.time,
            toolExecutionNotifications: [
              ...causes.map(notification),
              ...auditTexts(report).map((text): Notification => ({ level: "note", message: { text } })),
            ],
          },
        ],
        results: [...objects.flatMap(resultsOf), ...unmanaged.map(unmanagedResult), ...notesOf(report).map(noteResult)],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function notification(cause: UnknownCause): Notification {
  const { message, objects } = cause;
  const name = placeName(cause);
  const where = name === undefined ? "" : ` on ${name}`;
  return {
    level: "error",
    message: { text: objects.length === 0 ? message : `${countOf(objects)}${where}: ${message}` },
    locations: objects.map(({ urn }) => location(urn)),
  };
}

function resultsOf(object: DriftObject): readonly Result[] {
  const { urn, row, status, changes, who } = object;
  const title = objectTitle(object);
  return [
    ...(status === "gone" ? [result("gone", "error", [urn], `${title} ${describe(object)}`, row, who)] : []),
    ...changes.map(({ property, ...change }) => {
      const text = `${title}: ${property} ${formatChange({ property, ...change })}`;
      return result("changed", "warning", [urn], text, property, who);
    }),
    ...(who?.passwords ?? []).map((path) =>
      result("password", "note", [urn], `${title}: ${whoTexts(object).join("; ")}`, path, who),
    ),
  ];
}

function unmanagedResult(object: UnmanagedObject): Result {
  const { id, admits, drift, who } = object;
  const text = `${unmanagedTitle(object)} is in no state; it admits ${admits}`;
  return result("unmanaged", drift ? "warning" : "note", [id], text, "", who);
}

function noteResult(note: Note): Result {
  const urns = note.objects.map(({ urn }) => urn);
  return result("renamed", "note", urns, `${notedTitle(note)}: ${note.text}`, note.property);
}

function result(
  ruleId: string,
  level: Level,
  objects: readonly string[],
  text: string,
  property = "",
  who?: Who,
): Result {
  const fingerprint = createHash("sha256")
    .update([ruleId, objects[0] ?? "", property].join("\n"))
    .digest("hex");
  return {
    ruleId,
    level,
    message: { text },
    locations: objects.map(location),
    partialFingerprints: { "object/v1": fingerprint },
    ...(who === undefined ? {} : { properties: { who } }),
  };
}

/** Code scanning shows nothing without a file, so the project file is given as the place of all resources. */
function location(object: string) {
  return {
    physicalLocation: { artifactLocation: { uri: "Pulumi.yaml" }, region: { startLine: 1 } },
    logicalLocations: [{ fullyQualifiedName: object, kind: "resource" }],
  };
}

function rule(id: string, level: Level, text: string): ReportingDescriptor {
  return { id, shortDescription: { text }, defaultConfiguration: { level } };
}
