import type { XMLBuilder } from "xmlbuilder2/lib/interfaces";
import { type Provenance, provenanceRows } from "./provenance";

/** A test case; without `trouble` it has passed. */
export interface JunitCase {
  readonly name: string;
  readonly classname: string;
  readonly trouble?: JunitTrouble;
}

/** Why a case has not passed. */
export interface JunitTrouble {
  /** A failure is what was looked for; an error is what could not be told. */
  readonly is: "failure" | "error";
  readonly type: string;
  readonly message: string;
  readonly detail: string;
}

/** A suite of test cases. */
export interface JunitSuite {
  readonly name: string;
  readonly status: string;
  readonly provenance: Provenance;
  readonly cases: readonly JunitCase[];
  /** What is said besides the cases. */
  readonly output: string;
}

/** A suite as a document for CI systems. */
export async function junitDocument({ name, status, provenance, cases, output }: JunitSuite): Promise<string> {
  // Loading it takes longer than comparing some hundred objects, and no other format needs it.
  const { create } = await import("xmlbuilder2");
  const count = (kind: JunitTrouble["is"]) => cases.filter(({ trouble }) => trouble?.is === kind).length;
  const document = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "?" });
  const suite = document.ele("testsuites").ele("testsuite", {
    name,
    package: "ontap-iscsi",
    id: 0,
    timestamp: provenance.time.slice(0, "2026-01-01T00:00:00".length),
    hostname: "localhost",
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    time: 0,
  });
  const properties = suite.ele("properties");
  properties.ele("property", { name: "status", value: status });
  for (const [label, value] of provenanceRows(provenance)) {
    properties.ele("property", { name: label.toLowerCase(), value });
  }
  for (const one of cases) {
    addCase(suite, one);
  }
  suite.ele("system-out").txt(output);
  suite.ele("system-err");
  return `${document.end({ prettyPrint: true })}\n`;
}

function addCase(suite: XMLBuilder, { name, classname, trouble }: JunitCase): void {
  const element = suite.ele("testcase", { name, classname, time: 0 });
  if (trouble !== undefined) {
    element.ele(trouble.is, { type: trouble.type, message: trouble.message }).txt(trouble.detail);
  }
}
