import { rmSync } from "node:fs";
import type { Project } from "../engine/project";
import { ExampleArray, exampleProject, expectToApply } from "../examples/harness";
import { temporaryFolder } from "./generated-sdk";
import { pythonEnvironment } from "./python-environment";

const HOST = "iqn.1998-01.com.example:host1";

let root: string;
let array: ExampleArray;
let project: Project;
beforeAll(async () => {
  root = temporaryFolder();
  array = await ExampleArray.start();
  const python = await pythonEnvironment(root);
  const config = { ...array.connection, password: { secret: "secret-of-host1" } };
  project = await exampleProject("python-one-host", config, { languages: ["python"], env: python.env });
});
afterAll(async () => {
  project?.dispose();
  await array?.stop();
  rmSync(root, { recursive: true, force: true });
});

it("makes a service and lets the host in by its password, of which nothing is shown", async () => {
  await expectToApply(project, ["svm1", "host1"]);
  expect(await array.credentials()).toEqual({
    default: { authentication_type: "none" },
    [HOST]: { authentication_type: "chap", chap: { inbound: { user: "host1", password: "secret-of-host1" } } },
  });
  expect(JSON.stringify(await project.exportState())).not.toContain("secret-of-host1");
});
