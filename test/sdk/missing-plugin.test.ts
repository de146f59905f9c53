import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingPlugin, projectFolders } from "../../sdk/missing-plugin";

const EXECUTABLE = "pulumi-resource-ontap-iscsi";
const version = "1.2.3";

describe("A plugin that the engine is not going to find", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "ontap-iscsi-places-"));
    project("name: test\nruntime: nodejs\nconfig:\n  ontap-iscsi:host: cluster.example.com\n");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function project(text: string, file = "Pulumi.yaml"): void {
    writeFileSync(join(root, file), text);
  }

  function executable(...path: readonly string[]): string {
    const folder = join(root, ...path);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, EXECUTABLE), "");
    return folder;
  }

  const missing = (env: Record<string, string> = {}) =>
    missingPlugin("east", {
      projectFolders: [join(root, "sub"), root],
      version,
      env: { PULUMI_HOME: join(root, "home"), ...env },
    });

  it("is told with the lines to add", () => {
    expect(
      missing({ PATH: `/nowhere::${root}` }),
    ).toBe(`Provider "east": its plugin, pulumi-resource-ontap-iscsi, is neither named in Pulumi.yaml, nor on PATH, nor installed with version 1.2.3. Add to Pulumi.yaml:

plugins:
  providers:
    - name: ontap-iscsi
      path: node_modules/.bin
`);
  });

  it.each([
    ["plugins", "plugins:\n  providers:\n    - name: ontap-iscsi\n      path: node_modules/.bin\n"],
    ["packages", "packages:\n  ontap-iscsi: ./node_modules/pulumi-ontap-iscsi/plugin\n"],
    ["plugins in one line", 'plugins: { providers: [{ name: "ontap-iscsi", path: bin }] }\n'],
  ])("is not one that Pulumi.yaml names below %s", (_what, text) => {
    project(`name: test\nruntime: nodejs\n${text}`);
    expect(missing()).toBeUndefined();
  });

  it("is not one that is on PATH, unless the engine is told to ignore that", () => {
    const PATH = `/nowhere:${executable("bin")}`;
    expect(missing({ PATH })).toBeUndefined();
    expect(missing({ PATH, PULUMI_IGNORE_AMBIENT_PLUGINS: "true" })).toContain("path: node_modules/.bin");
  });

  it("is not one that is installed with this version", () => {
    executable("home", "plugins", "resource-ontap-iscsi-v1.2.2");
    expect(missing()).toContain("version 1.2.3");
    executable("home", "plugins", "resource-ontap-iscsi-v1.2.3");
    expect(missing()).toBeUndefined();
  });

  it("cannot be told where it may come from elsewhere, or where there is no project file", () => {
    expect(missing({ PULUMI_DEBUG_PROVIDERS: "ontap-iscsi:12345" })).toBeUndefined();
    expect(missing({ PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES: ".*=http://plugins.example.com" })).toBeUndefined();
    expect(missingPlugin("east", { projectFolders: [], version, env: {} })).toBeUndefined();
    expect(missingPlugin("east", { projectFolders: [join(root, "nowhere")], version, env: {} })).toBeUndefined();
  });
});

describe("The folder of the project", () => {
  it.each([
    ["/project", "/project/src", ["/project"]],
    ["", "/project", []],
    ["rootDirectory", "/project/src", ["/project/src", "/project", "/"]],
  ])("that is told as %j is looked for, from %s, in %j", (told, cwd, folders) => {
    expect(projectFolders(told, cwd)).toEqual(folders);
  });
});
