import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { archivesOf } from "../../tools/plugin/archives";
import { CHECKOUT } from "../checkout";
import { realEngine } from "../engine/environment";
import { run } from "../engine/run";

describe("the plugin on the real engine", () => {
  const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-install-"));
  /** Not all of it: the engine writes it in its own way. */
  const { name, version, resources } = JSON.parse(readFileSync(join(CHECKOUT, "plugin/schema.json"), "utf8"));
  const schema = { name, version, resources };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pulumi = async (...args: string[]) => {
    const env = {
      ...(await realEngine()),
      PULUMI_HOME: join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${folder}`,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    };
    return run("pulumi", ["--non-interactive", ...args], { cwd: folder, env });
  };

  /** What the engine is told by the plugin that it finds under that name. */
  const schemaFrom = async (source: string): Promise<unknown> => {
    const { code, stdout, stderr } = await pulumi("package", "get-schema", source);
    if (code !== 0) {
      throw new Error(`pulumi package get-schema ${source} ended with ${code}\n${stderr}`);
    }
    return JSON.parse(stdout);
  };

  it("is installed from its archive, without a network, and starts", async () => {
    const system = process.platform === "win32" ? "windows" : process.platform;
    const archive = archivesOf(join(CHECKOUT, "plugin")).find(({ name }) => name.includes(`-${system}-`));
    const file = join(folder, "plugin.tar.gz");
    writeFileSync(file, archive?.bytes ?? "");

    const installed = await pulumi("plugin", "install", "resource", "ontap-iscsi", `v${version}`, "--file", file);
    expect(installed).toMatchObject({ code: 0 });
    expect(await schemaFrom(`ontap-iscsi@${version}`)).toMatchObject(schema);
  });

  it("starts by the command that npm links", async () => {
    mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
    const program = "node_modules/.bin/pulumi-resource-ontap-iscsi";
    symlinkSync(join(CHECKOUT, "bin/pulumi-resource-ontap-iscsi.js"), join(folder, program));
    expect(await schemaFrom(`./${program}`)).toMatchObject(schema);
  });
});
