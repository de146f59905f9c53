import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ImportWorld } from "../cli/import/folder";
import { manyCredentials } from "../cli/import/many";
import { createProject, type Project } from "../engine/project";
import { stepOf } from "../engine/report";

let world: ImportWorld;
let project: Project;
beforeAll(async () => {
  const { fixture, passwords } = manyCredentials();
  world = await ImportWorld.start(fixture);
  const written = await world.run(["--passwords", world.passwords(passwords)]);
  expect(written).toMatchObject({ code: 0, stderr: "" });
  expect(written.stdout).toContain("3 services and 303 credentials on 3 SVMs");
  const secrets = join(world.out, "secrets");
  const config = readdirSync(secrets).map((name) => [name, { secret: readFileSync(join(secrets, name), "utf8") }]);
  const { url, username, password } = world;
  project = await createProject({
    program: { directory: world.out },
    config: {
      "ontap-iscsi:host": url,
      "ontap-iscsi:username": username,
      "ontap-iscsi:password": { secret: password },
      ...Object.fromEntries(config),
    },
  });
}, 120_000);
afterAll(async () => {
  project?.dispose();
  await world?.stop();
});

it("imports 300 credentials, after which nothing is left to change, and one edited row changes one of them", async () => {
  const compiled = spawnSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "."], {
    cwd: project.folder,
    encoding: "utf8",
  });
  expect(compiled).toMatchObject({ status: 0, stdout: "" });

  const options = ["--yes", "--skip-preview", "--generate-code=false", "--protect=false"];
  const imported = await project.expect(["import", "--file", "import.json", ...options]);
  expect(imported.text).not.toMatch(/warning|pw-in|pw-out/);
  const before = await project.preview(["--json"]);
  expect([before.code, before.report().changeSummary]).toEqual([0, { same: 307 }]);
  expect(JSON.stringify(await project.exportState())).not.toMatch(/pw-in|pw-out/);

  const file = join(project.folder, "index.ts");
  const [row] = /.*"alpha-host11".*/.exec(readFileSync(file, "utf8")) ?? [""];
  writeFileSync(file, readFileSync(file, "utf8").replace(row, row.replace("user11", "renamed")));
  const after = (await project.preview(["--json"])).report();
  expect(after.changeSummary).toEqual({ same: 306, update: 1 });
  const { detailedDiff } = stepOf(after, "alpha/iqn.1998-01.com.example:host11");
  expect(Object.keys(detailedDiff ?? {})).toEqual(["chap.inbound.user"]);
}, 300_000);
