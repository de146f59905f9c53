import { createHash } from "node:crypto";
import type { Log, ReportingDescriptor, Result } from "sarif";
import type { DriftObject, DriftReport } from "../report";
import { className, describe, formatChange, noteText } from "./wording";

const rules: readonly ReportingDescriptor[] = [
  rule("changed", "warning", "A property is not what the stack records."),
  rule("gone", "error", "An object that the stack records does not exist."),
  rule("renamed", "note", "The SVM or the target has another name than when it was last read."),
  rule("unmanaged", "note", "An object on a managed SVM is in no state."),
];

/** For code scanning, SARIF 2.1.0: a result for each property that drifted. What could not be told is a notification. */
export function sarif(report: DriftReport): string {
  const unknown = report.objects.filter(({ status }) => status === "unknown");
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "ontap-iscsi drift", rules: [...rules] } },
        invocations: [
          {
            executionSuccessful: unknown.length === 0,
            toolExecutionNotifications: unknown.map((object) => ({
              level: "error",
              message: { text: `${object.name}: ${describe(object)}` },
              locations: [location(object.urn)],
            })),
          },
        ],
        results: [
          ...report.objects.flatMap(resultsOf),
          ...report.unmanaged.map(({ type, id }) =>
            result("unmanaged", "note", id, `${className(type)} ${id} is in no state`),
          ),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultsOf({ urn, name, status, changes, notes, reason }: DriftObject): readonly Result[] {
  return [
    ...(status === "gone" ? [result("gone", "error", urn, `${name} is gone: ${reason ?? ""}`)] : []),
    ...changes.map((change) =>
      result("changed", "warning", urn, `${name}: ${change.property} ${formatChange(change)}`, change.property),
    ),
    ...notes.map((note) => result("renamed", "note", urn, `${name}: ${noteText(note)}`, note.property)),
  ];
}

function result(
  ruleId: string,
  level: "note" | "warning" | "error",
  object: string,
  text: string,
  property = "",
): Result {
  const fingerprint = createHash("sha256").update([ruleId, object, property].join("\n")).digest("hex");
  return {
    ruleId,
    level,
    message: { text },
    locations: [location(object)],
    partialFingerprints: { "object/v1": fingerprint },
  };
}

/** Code scanning shows nothing without a file, so the project's own stands for its resources. */
function location(object: string) {
  return {
    physicalLocation: { artifactLocation: { uri: "Pulumi.yaml" }, region: { startLine: 1 } },
    logicalLocations: [{ fullyQualifiedName: object, kind: "resource" }],
  };
}

function rule(id: string, level: "note" | "warning" | "error", text: string): ReportingDescriptor {
  return { id, shortDescription: { text }, defaultConfiguration: { level } };
}
