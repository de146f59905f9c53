import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extract } from "tar";
import { version } from "../../package.json";
import { CHECKOUT } from "../checkout";
import { run } from "../engine/run";
import { PluginProcess } from "./plugin-process";

const PROGRAM = "pulumi-resource-ontap-iscsi";

describe("the plugin in the npm package", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "ontap-iscsi-packed-")));
  const modules = join(folder, "node_modules");
  const installed = join(modules, "pulumi-ontap-iscsi");
  /** As npm links a bin: no dependency of the package is installed, since the plugin needs none. */
  const program = join(modules, ".bin", PROGRAM);
  const files = (below: string): string[] => readdirSync(join(installed, below)).sort();

  beforeAll(() => {
    const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
    execFileSync("npm", pack, { cwd: CHECKOUT, stdio: ["ignore", "ignore", "inherit"] });
    const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
    mkdirSync(installed, { recursive: true });
    extract({ file: join(folder, tarball), cwd: installed, strip: 1, sync: true });
    mkdirSync(join(modules, ".bin"));
    symlinkSync(`../pulumi-ontap-iscsi/bin/${PROGRAM}.js`, program);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is there with both commands, once", () => {
    expect(files(".")).toEqual(
      ["CHANGELOG.md", "LICENSE", "README.md", "bin", "dist", "docs", "package.json", "plugin"].sort(),
    );
    expect(files("bin")).toEqual(["ontap-iscsi.js", `${PROGRAM}.js`]);
    expect(files("plugin")).toEqual(["PulumiPlugin.yaml", "main.js", "package.json", "schema.json"]);
    expect(files("dist")).toEqual(["cli", "provider", "sdk", "simulator"]);
    expect(files("dist/provider")).not.toContain("plugin");
  });

  it("is no reason for the engine to look for it in every program that has the package", () => {
    expect(JSON.parse(readFileSync(join(installed, "package.json"), "utf8"))).not.toHaveProperty("pulumi");
  });

  it("is a folder from which Pulumi's Node.js host starts it, with nothing to install", () => {
    expect(readFileSync(join(installed, "plugin/PulumiPlugin.yaml"), "utf8")).toBe("runtime: nodejs\n");
    expect(JSON.parse(readFileSync(join(installed, "plugin/package.json"), "utf8"))).toEqual({
      name: PROGRAM,
      version,
      private: true,
      type: "commonjs",
      main: "main.js",
    });
    expect(require.resolve(join(installed, "plugin"))).toBe(join(installed, "plugin/main.js"));
  });

  it("answers when it is started by its command", async () => {
    const plugin = await PluginProcess.start(program);
    try {
      expect(await plugin.version()).toBe(version);
      const schema = readFileSync(join(installed, "plugin/schema.json"), "utf8");
      expect(JSON.parse(await plugin.schema())).toEqual(JSON.parse(schema));
    } finally {
      expect(await plugin.stop()).toBe(0);
    }
  });

  it("says how to build it, in one line, on a checkout where that was not done", async () => {
    const checkout = join(folder, "checkout");
    cpSync(join(installed, "bin"), join(checkout, "bin"), { recursive: true });
    const started = await run(join(checkout, "bin", `${PROGRAM}.js`), [], { cwd: folder, env: process.env });
    expect(started).toEqual({
      code: 1,
      stdout: "",
      stderr: `The provider plugin is not built: ${checkout}/plugin/main.js is missing. Run npm run build in the checkout.\n`,
    });
  });
});
