import { installationFindings, OLDEST_CLI } from "../../../cli/doctor/installation";
import type { Tools } from "../../../cli/doctor/tools";
import { ownPackage } from "../../../cli/import/own-package";
import { MINIMUM_VERSION } from "../../../tools/engine/versions";

const own = ownPackage();
const tools: Tools = {
  node: "22.1.0",
  pulumi: { version: "3.256.0-dev.0" },
  project: { folder: "/p", sdk: { version: "3.250.0", node: ">=22" }, own: { version: own.version, node: own.node } },
};

/** The findings that are not in order: subject, status, text. */
function troubles(changed: Partial<Tools>) {
  return installationFindings({ ...tools, ...changed })
    .filter(({ status }) => status !== "ok")
    .map(({ subject, status, text, hint }) => ({ subject, status, text, hinted: hint !== undefined }));
}

it("is content with what fits", () => {
  expect(troubles({})).toEqual([]);
  expect(troubles({ project: undefined })).toEqual([]);
});

it("asks for the Pulumi CLI that the repository itself asks for", () => {
  expect(OLDEST_CLI).toBe(MINIMUM_VERSION);
});

it.each<[string, Partial<Tools>, string, string]>([
  ["an old Node.js", { node: "18.20.0", project: undefined }, "Node.js", "18.20.0; needed is"],
  ["no Pulumi CLI", { pulumi: { problem: "there is no pulumi on PATH" } }, "Pulumi CLI", "no pulumi on PATH"],
  ["an old Pulumi CLI", { pulumi: { version: "3.100.0" } }, "Pulumi CLI", "3.100.0 is older than"],
  [
    "an SDK for another Node.js",
    { node: "20.9.0" },
    "@pulumi/pulumi",
    "3.250.0 needs Node.js >=22, and this is 20.9.0",
  ],
  ["no SDK", project({ sdk: undefined }), "@pulumi/pulumi", "it is not installed in /p"],
  ["an old SDK", project({ sdk: { version: "3.1.0", node: "*" } }), "@pulumi/pulumi", "3.1.0; needed is"],
  ["a project without the package", project({ own: undefined }), "pulumi-ontap-iscsi", "it is not installed in /p"],
])("names %s as an error", (_what, changed, subject, text) => {
  expect(troubles(changed)).toEqual([{ subject, status: "error", text: expect.stringContaining(text), hinted: true }]);
});

it("warns where the project has another version than the command", () => {
  expect(troubles(project({ own: { version: "0.0.9", node: "*" } }))).toEqual([
    { subject: "pulumi-ontap-iscsi", status: "warning", text: expect.stringContaining("0.0.9"), hinted: true },
  ]);
});

function project(changed: Partial<NonNullable<Tools["project"]>>): Partial<Tools> {
  return { project: { folder: "/p", sdk: undefined, own: undefined, ...tools.project, ...changed } };
}
