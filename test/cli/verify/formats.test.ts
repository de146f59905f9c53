import { render } from "../../../cli/verify/formats";
import { reportOf, type VerifiedCredential } from "../../../cli/verify/report";
import { SVM1 } from "../../names";

const provenance = {
  version: "0.1.0",
  command: "verify",
  time: "2026-01-01T00:00:00.000Z",
  source: { stack: "prod", project: "iscsi" },
  clusters: [{ cluster: null, address: "https://cluster1" }],
  options: {},
};
const type = "pulumi-nodejs:dynamic/ontap-iscsi:IscsiCredentials";

function credential(name: string, more: Partial<VerifiedCredential>): VerifiedCredential {
  const initiator = `iqn.1998-01.com.example:${name}`;
  const urn = `urn:pulumi:prod::iscsi::${type}::${name}`;
  const known = { urn, name, type, id: `${SVM1}/${initiator}`, cluster: null, svm: "svm1", initiator };
  return { ...known, inbound: "proven", portal: "192.168.0.1:3260", from: "192.168.0.77", ...more };
}

const report = reportOf(
  [
    credential("fine", {}),
    credential("silent", { inbound: "unknown", reason: "the portal gave no response" }),
    credential("refused", { inbound: "refused", reason: "the array refused the recorded password" }),
    credential("proof", { outbound: "wrong proof", reason: "the array proved itself with another one" }),
  ],
  provenance,
);

it("lists in text what is not proven, worst first, and says what a proof does not show", async () => {
  const text = await render("text", report);
  expect(text.split("\n").slice(0, 3)).toEqual([
    "refused  proof on SVM svm1      inbound proven, outbound wrong proof",
    "    the array proved itself with another one",
    "    at 192.168.0.1:3260 from 192.168.0.77",
  ]);
  expect(text).toContain("Could not tell: 2 refused, 1 unknown, 1 proven.");
  expect(text).toContain("It does not show that the host itself has it.");
  expect(text).not.toContain("fine on SVM");
});

it("has a row of Markdown for each that is not proven", async () => {
  const rows = (await render("markdown", report)).split("\n").filter((line) => line.startsWith("|"));
  expect(rows).toHaveLength(2 + 3);
  expect(rows[2]).toContain("| proven | wrong proof | <code>192.168.0.1:3260</code> |");
});

it("fails a case of JUnit for what is refused, and marks what is unknown as an error", async () => {
  const junit = await render("junit", report);
  expect(junit).toContain('tests="4" failures="2" errors="1"');
  expect(junit).toContain('<failure type="refused" message="the array refused the recorded password">');
});

it("has a result of SARIF for what is refused, and a notification for what is unknown", async () => {
  const { runs } = JSON.parse(await render("sarif", report));
  expect(runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(["wrong-proof", "refused"]);
  expect(runs[0].invocations[0]).toMatchObject({ executionSuccessful: false });
  expect(runs[0].invocations[0].toolExecutionNotifications).toHaveLength(1);
});

it("is the report itself in JSON", async () => {
  const { status, credentials } = JSON.parse(await render("json", report));
  expect(status).toBe("unknown");
  expect(credentials).toEqual(report.credentials);
});
