import { create } from "xmlbuilder2";
import type { DriftObject, DriftReport } from "../report";
import { className, describe, noteText, unseenText } from "./wording";

/** For CI systems: a test case for each object, failed where it drifted, in error where nothing could be told. */
export function junit(report: DriftReport, at: Date): string {
  const { objects } = report;
  const document = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "?" });
  const suite = document.ele("testsuites").ele("testsuite", {
    name: "ontap-iscsi drift",
    package: "ontap-iscsi",
    id: 0,
    timestamp: at.toISOString().slice(0, "2026-01-01T00:00:00".length),
    hostname: "localhost",
    tests: objects.length,
    failures: objects.filter(({ status }) => status === "changed" || status === "gone").length,
    errors: objects.filter(({ status }) => status === "unknown").length,
    time: 0,
  });
  suite.ele("properties").ele("property", { name: "status", value: report.status });
  for (const object of objects) {
    const testCase = suite.ele("testcase", {
      name: `${object.name} (${object.id})`,
      classname: className(object.type),
      time: 0,
    });
    if (object.status !== "clean") {
      const type = object.status === "unknown" ? "error" : "failure";
      testCase.ele(type, { type: object.status, message: describe(object) }).txt(detail(object));
    }
  }
  suite.ele("system-out").txt(remarks(report));
  suite.ele("system-err");
  return `${document.end({ prettyPrint: true })}\n`;
}

function detail({ urn, cluster, changes, reason }: DriftObject): string {
  const where = cluster === null ? urn : `${urn} on ${cluster}`;
  return [where, ...changes.map((change) => JSON.stringify(change)), ...(reason === undefined ? [] : [reason])].join(
    "\n",
  );
}

function remarks(report: DriftReport): string {
  const notes = report.objects.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${noteText(note)}`));
  const unmanaged = report.unmanaged.map(({ type, id }) => `unmanaged: ${className(type)} ${id}`);
  return [...notes, ...unmanaged, unseenText(report) ?? ""].filter((line) => line !== "").join("\n");
}
