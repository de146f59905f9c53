import { PluginHarness } from "../e2e/plugin-harness";
import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";

const PASSWORD = "array-password-canary";
const SERVICE = ["ontap-iscsi:index:IscsiService", "service", SVM1];
const CREDENTIALS = ["ontap-iscsi:index:IscsiCredentials", "host", `${SVM1}/${HOST}`];

let harness: PluginHarness;
beforeEach(async () => {
  harness = await PluginHarness.startYaml("resources: {}\n", {
    fixture: {
      svms: [{ name: "svm1", uuid: SVM1 }],
      services: [{ svm: { name: "svm1" }, enabled: true, target: { alias: "prod" } }],
      credentials: [
        {
          svm: { name: "svm1" },
          initiator: HOST,
          authentication_type: "chap",
          chap: { inbound: { user: "host1", password: PASSWORD } },
          initiator_address: { masks: [{ address: "10.0.0.0", netmask: "24" }] },
        },
      ],
    },
  });
});
afterEach(() => harness?.stop());

const written = async () => (await harness.calls()).filter((call) => !call.startsWith("GET"));

it("imports both resources, and generates a program that previews no change", async () => {
  const generated: string[] = [];
  for (const [type = "", name = "", id = ""] of [SERVICE, CREDENTIALS]) {
    const imported = await harness.project.run([
      "import",
      type,
      name,
      id,
      "--yes",
      "--skip-preview",
      "--protect=false",
    ]);
    expectExit(imported, 0);
    const [, lines = ""] = imported.stdout.split(/^resources:\n/m);
    generated.push(...lines.split("\n").filter((line) => line.startsWith("  ")));
  }
  harness.setProgram(`resources:\n${generated.join("\n")}\n`);
  const preview = await harness.project.preview(["--expect-no-changes", "--diff"]);
  expectExit(preview, 0);
  expect(await written()).toEqual([]);
  const state = JSON.stringify(await harness.project.exportState({ showSecrets: true }));
  expect(state).toContain("host1");
  expect(`${state}${preview.text}`).not.toContain(PASSWORD);
});

it("says of an id that means nothing what is wrong with it, and imports nothing", async () => {
  const imported = await harness.project.run(["import", "ontap-iscsi:index:IscsiCredentials", "host", SVM1, "--yes"]);
  expect(imported.code).not.toBe(0);
  expect(imported.text).toContain("such an id has the form <svm.uuid>/<initiator>");
  const other = await harness.project.run([
    "import",
    "ontap-iscsi:index:IscsiCredentials",
    "host",
    `${SVM1}/iqn.1998-01.com.example:nobody`,
    "--yes",
  ]);
  expect(other.code).not.toBe(0);
  expect((await harness.project.exportState()).deployment.resources ?? []).not.toEqual(
    expect.arrayContaining([expect.objectContaining({ type: "ontap-iscsi:index:IscsiCredentials" })]),
  );
});
