import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../engine/project";
import { stepOf } from "../engine/report";
import { ExampleArray, exampleProject, expectToApply } from "../examples/harness";

const HOSTS = ["db1", "db2", "backup1"];
const iqn = (host: string) => `iqn.1998-01.com.example:${host}`;
const row = (host: string, user: string, address: string) => ({
  authentication_type: "chap",
  chap: { inbound: { user, password: `secret-of-${host}` } },
  initiator_address: { ranges: [{ start: address, end: address }], masks: [] },
});

let array: ExampleArray;
let project: Project;
beforeAll(async () => {
  array = await ExampleArray.start();
  project = await exampleProject("hosts-table", array.connection);
  for (const host of HOSTS) {
    await project.expect(["config", "set", "--secret", "--path", `passwords.${host}`, `secret-of-${host}`]);
  }
});
afterAll(async () => {
  project?.dispose();
  await array?.stop();
});

const edit = (change: (csv: string) => string) => {
  const file = join(project.folder, "hosts.csv");
  writeFileSync(file, change(readFileSync(file, "utf8")));
};

it("brings every line of the file to the array, as rows of one resource", async () => {
  await expectToApply(project, ["svm1", "hosts"]);
  expect(await array.credentials()).toEqual({
    default: { authentication_type: "deny" },
    [iqn("db1")]: row("db1", "db1", "10.0.1.11"),
    [iqn("db2")]: row("db2", "db2", "10.0.1.12"),
    [iqn("backup1")]: row("backup1", "backup", "10.0.2.11"),
  });
});

it("changes one row for one line that changed, and names it in the preview", async () => {
  edit((csv) => csv.replace("10.0.1.12", "10.0.1.22"));
  const { detailedDiff } = stepOf((await project.expect(["preview", "--json"])).report(), "hosts");
  expect(Object.keys(detailedDiff ?? {})).toEqual([
    expect.stringContaining(`credentials["${iqn("db2")}"].initiatorAddress`),
    ...Array(Object.keys(detailedDiff ?? {}).length - 1).fill(expect.stringContaining(iqn("db2"))),
  ]);
  await array.requests();
  await project.expect(["up", "--yes", "--skip-preview"]);
  expect((await array.calls()).filter((call) => !call.startsWith("GET"))).toEqual(["PATCH credentials"]);
});

it("says which line of the file is wrong", async () => {
  edit((csv) => `${csv}db3,${iqn("db1")},db3,\n`);
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(preview.text).toContain(`hosts.csv:5 has the initiator of line 2 again: ${iqn("db1")}`);
});
