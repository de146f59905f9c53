import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { CHECKOUT } from "../checkout";

const FORBIDDEN = [
  ["provider/rest/client.ts", "../resources/iscsi-service"],
  ["provider/rest/client.ts", "../schema"],
  ["provider/rest/client.ts", "../spec/property"],
  ["provider/rest/client.ts", "@pulumi/pulumi"],
  ["provider/record/record.ts", "../rest"],
  ["provider/spec/resource.ts", "../dynamic/adapter"],
  ["provider/rest/client.ts", "../reads/records"],
  ["provider/reads/filter.ts", "../connection"],
  ["provider/reads/filter.ts", "../schema/property-map"],
  ["provider/reads/filter.ts", "../../sdk/connections"],
  ["provider/reads/filter.ts", "@pulumi/pulumi"],
  ["provider/functions/functions.ts", "@pulumi/pulumi"],
  ["provider/functions/functions.ts", "@grpc/grpc-js"],
  ["provider/functions/functions.ts", "../plugin/server"],
  ["provider/resources/iscsi-service.ts", "../../sdk/connections"],
  ["provider/resources/iscsi-service.ts", "@pulumi/pulumi"],
  ["provider/lifecycle/diff.ts", "../dynamic/adapter"],
  ["provider/dynamic/adapter.ts", "../../simulator"],
  ["provider/index.ts", "../cli/main"],
  ["provider/index.ts", "pulumi-ontap-iscsi/rest"],
  ["sdk/index.ts", "../simulator"],
  ["sdk/data/sessions.ts", "../../cli/drift"],
  ["simulator/wire/json.ts", "../../provider/rest"],
  ["simulator/start.ts", "../sdk"],
  ["cli/drift.ts", "../provider/rest/client"],
  ["cli/simulate.ts", "../simulator/start"],
] as const;

const ALLOWED = [
  ["provider/rest/client.ts", "./transport"],
  ["provider/rest/client.ts", "../record/record"],
  ["provider/resources/iscsi-service.ts", "../rest"],
  ["provider/reads/filter.ts", "../rest"],
  ["provider/reads/filter.ts", "../rest/query"],
  ["provider/reads/filter.ts", "../record/fields"],
  ["provider/reads/filter.ts", "./field-name"],
  ["provider/functions/functions.ts", "../reads/failure"],
  ["provider/functions/functions.ts", "../connection"],
  ["provider/dynamic/adapter.ts", "@pulumi/pulumi"],
  ["sdk/data/sessions.ts", "../../provider/rest"],
  ["sdk/index.ts", "@pulumi/pulumi"],
  ["simulator/collections/services/create.ts", "../../wire/json"],
  ["cli/drift.ts", "../provider/rest"],
  ["cli/drift.ts", "../simulator"],
] as const;

/** Every way there is to load a module from TypeScript. */
const LOADERS = [
  (module: string) => `import * as found from "${module}";\nexport const used = found;\n`,
  (module: string) => `import type { Found } from "${module}";\nexport type Used = Found;\n`,
  (module: string) => `export { found } from "${module}";\n`,
  (module: string) => `export const used = import("${module}");\n`,
];

describe("the import rules between folders", () => {
  let root: string;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "ontap-iscsi-lint-")));
    const settings = JSON.parse(readFileSync(join(CHECKOUT, "biome.json"), "utf8"));
    // The copy is no git repository; everything else is the checkout's own.
    writeFileSync(join(root, "biome.json"), JSON.stringify({ ...settings, $schema: undefined, vcs: undefined }));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it.each(FORBIDDEN)("keep %s from loading %s", (file, module) => {
    LOADERS.forEach((loader, number) => {
      write(numbered(file, number), loader(module));
    });
    expect(violations()).toEqual(LOADERS.map((_, number) => numbered(file, number)));
  });

  it("leave the rest free", () => {
    ALLOWED.forEach(([file, module], at) => {
      LOADERS.forEach((loader, number) => {
        write(numbered(file, at * LOADERS.length + number), loader(module));
      });
    });
    // One wrong import among them shows that the linter did look.
    write("provider/wrong.ts", 'export { found } from "../sdk";\n');
    expect(violations()).toEqual(["provider/wrong.ts"]);
  });

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }

  function violations(): string[] {
    const biome = require.resolve("@biomejs/biome/bin/biome");
    const args = ["lint", "--only=style/noRestrictedImports", "--reporter=github", "."];
    const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: root, encoding: "utf8" });
    return [...stdout.matchAll(/noRestrictedImports,file=([^,]+)/g)]
      .map(([, file]) => relative(root, String(file)))
      .sort();
  }
});

function numbered(file: string, number: number): string {
  return file.replace(".ts", `-${number}.ts`);
}
