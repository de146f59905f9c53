import { createHash } from "node:crypto";
import type { Location, Log, Notification, ReportingDescriptor, Result } from "sarif";
import type { Provenance } from "./provenance";

/** How much a result matters. */
export type SarifLevel = "note" | "warning" | "error";

/** A run of a command that looks for something. */
export interface SarifRun {
  /** Of the command. */
  readonly name: string;
  readonly provenance: Provenance;
  readonly rules: readonly ReportingDescriptor[];
  /** False where something could not be told. */
  readonly isSuccessful: boolean;
  /** What could not be told. */
  readonly notifications: readonly Notification[];
  readonly results: readonly Result[];
}

/** A run as a log for code scanning, SARIF 2.1.0. */
export function sarifLog({ name, provenance, rules, isSuccessful, notifications, results }: SarifRun): string {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name, version: provenance.version, rules: [...rules] } },
        properties: { provenance },
        invocations: [
          {
            executionSuccessful: isSuccessful,
            startTimeUtc: provenance.time,
            toolExecutionNotifications: [...notifications],
          },
        ],
        results: [...results],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Something that was looked for and found; `part` tells results of one rule and object apart, `who` is kept with it. */
export function sarifResult(
  ruleId: string,
  level: SarifLevel,
  objects: readonly string[],
  text: string,
  part = "",
  who?: object,
): Result {
  const fingerprint = createHash("sha256")
    .update([ruleId, objects[0] ?? "", part].join("\n"))
    .digest("hex");
  return {
    ruleId,
    level,
    message: { text },
    locations: objects.map(sarifLocation),
    partialFingerprints: { "object/v1": fingerprint },
    ...(who === undefined ? {} : { properties: { who } }),
  };
}

/** Code scanning shows nothing without a file, so the project file is given as the place of all resources. */
export function sarifLocation(object: string): Location {
  return {
    physicalLocation: { artifactLocation: { uri: "Pulumi.yaml" }, region: { startLine: 1 } },
    logicalLocations: [{ fullyQualifiedName: object, kind: "resource" }],
  };
}

/** What can be found. */
export function sarifRule(id: string, level: SarifLevel, text: string): ReportingDescriptor {
  return { id, shortDescription: { text }, defaultConfiguration: { level } };
}
