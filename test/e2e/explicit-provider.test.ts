import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pluginFolder } from "../engine/plugin";
import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";
import { EndToEndHarness } from "./harness";
import { EAST, namePlugin } from "./with-provider";

const program = (alias: string) => `${EAST}
  const opts = { provider: east };
  const service = new IscsiService("service", { svm: { name: "svm1" }, target: { alias: "${alias}" } }, opts);
  new IscsiCredentials("host", { svm: service.svm, initiator: "${HOST}", authenticationType: "none" }, opts);
  const wrote = (value) => require("node:fs").writeFileSync("known", JSON.stringify(value));
  pulumi.all([service.svmUuid, service.svmName]).apply(wrote);`;

describe("A program with a provider object", () => {
  let end: EndToEndHarness;
  const known = () => join(end.project.folder, "known");
  beforeAll(async () => {
    end = await EndToEndHarness.start(program("one"));
  });
  afterAll(() => end?.stop());

  test("is told, before anything is downloaded, what to write where the plugin is not found", async () => {
    const { code, text } = await end.project.preview();
    expect(code).not.toBe(0);
    expect(text).toContain(`Provider "east": its plugin, pulumi-resource-ontap-iscsi, is neither named in Pulumi.yaml`);
    expect(text).toMatch(/plugins:\s+providers:\s+- name: ontap-iscsi\s+path: node_modules\/\.bin/);
    expect(text).not.toMatch(/download|\n\s+at /);
  });

  test("runs through the plugin on PATH", async () => {
    const folder = pluginFolder(end.project.root);
    const env = { PATH: `${folder}:${end.project.env.PATH}` };
    expectExit(await end.project.up([], env), 0);
    expect(await end.calls()).toEqual(["POST services", "POST credentials"]);
    rmSync(folder, { recursive: true });
  });

  test("runs through the plugin that Pulumi.yaml names, and knows in an update what does not change", async () => {
    namePlugin(end.project);
    end.setProgram(program("two"));
    rmSync(known());
    const { changeSummary } = (await end.project.expect(["preview", "--json"])).report();
    expect(changeSummary).toMatchObject({ update: 1, same: 3 });
    expect(JSON.parse(readFileSync(known(), "utf8"))).toEqual([SVM1, "svm1"]);
    const { deployment } = await end.project.exportState();
    expect(deployment.resources?.map(({ type }) => type).sort()).toEqual([
      "ontap-iscsi:index:IscsiCredentials",
      "ontap-iscsi:index:IscsiService",
      "pulumi:providers:ontap-iscsi",
      // The engine's own, which it adds where a program reads outputs of a resource that nobody gave.
      "pulumi:providers:pulumi",
      "pulumi:pulumi:Stack",
    ]);
  });
});
