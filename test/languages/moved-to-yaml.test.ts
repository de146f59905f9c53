import { join } from "node:path";
import { EndToEndHarness } from "../e2e/harness";
import { realEngine } from "../engine/environment";
import { pluginFolder } from "../engine/plugin";
import { expectExit } from "../expect-exit";
import { HOST } from "../names";

const PASSWORD = "moved-password-canary";

const DYNAMIC = `
const service = new IscsiService("service", { svm: { name: "svm1" }, target: { alias: "prod" } });
new IscsiCredentials("host", {
  svm: service.svm,
  initiator: "${HOST}",
  authenticationType: "chap",
  chap: { inbound: { user: "host1", password: "${PASSWORD}" } },
});`;

const yaml = (plugin: string) => `name: test-project
runtime: yaml
plugins: { providers: [{ name: ontap-iscsi, path: ${JSON.stringify(plugin)} }] }
resources:
  service:
    type: ontap-iscsi:IscsiService
    properties: { svm: { name: svm1 }, target: { alias: prod } }
  host:
    type: ontap-iscsi:IscsiCredentials
    properties:
      svm: \${service.svm}
      initiator: ${HOST}
      authenticationType: chap
      chap: { inbound: { user: host1, password: ${PASSWORD} } }
`;

let harness: EndToEndHarness;
beforeEach(async () => {
  harness = await EndToEndHarness.start(DYNAMIC);
});
afterEach(() => harness?.stop());

const written = async () => (await harness.calls()).filter((call) => !call.startsWith("GET"));

it("a stack of dynamic resources moves to YAML and the default provider without a change", async () => {
  const { project } = harness;
  expectExit(await project.up(), 0);
  await harness.requests();

  const env = await realEngine(["yaml"]);
  const run = { PATH: env.PATH };
  project.setProgram(yaml(join(pluginFolder(project.root))), "Pulumi.yaml");
  const preview = await project.preview(["--expect-no-changes", "--json"], run);
  expectExit(preview, 0);
  expect(preview.report().changeSummary).toEqual({ same: 3 });
  expectExit(await project.up([], run), 0);
  expectExit(await project.refresh(["--expect-no-changes"], run), 0);
  expectExit(await project.up(["--expect-no-changes"], run), 0);
  expect(await written()).toEqual([]);
  expect(JSON.stringify(await project.exportState())).not.toContain(PASSWORD);

  expectExit(await project.destroy([], run), 0);
  expect(await written()).toEqual(["DELETE credentials", "PATCH services", "DELETE services"]);
});
