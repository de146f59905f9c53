import type { Project } from "../engine/project";
import { ExampleArray, exampleProject, expectToApply } from "./harness";

const HOST = "iqn.1998-01.com.example:host1";

let array: ExampleArray;
let project: Project;
beforeAll(async () => {
  array = await ExampleArray.start();
  const config = { ...array.connection, password: { secret: "secret-of-host1" } };
  project = await exampleProject("yaml-one-host", config, { languages: ["yaml"] });
});
afterAll(async () => {
  project?.dispose();
  await array?.stop();
});

it("makes a service and lets the host in by its password, of which nothing is shown", async () => {
  await expectToApply(project, ["svm1", "host1"]);

  expect(await array.credentials()).toEqual({
    default: { authentication_type: "none" },
    [HOST]: { authentication_type: "chap", chap: { inbound: { user: "host1", password: "secret-of-host1" } } },
  });
  expect(await project.outputs()).toEqual({
    targetName: expect.stringMatching(/^iqn\.1992-08\.com\.netapp:/),
    initiator: HOST,
  });
  expect(JSON.stringify(await project.exportState())).not.toContain("secret-of-host1");
  await project.expect(["destroy", "--yes", "--skip-preview"]);
  expect((await array.held()).services).toEqual([]);
});
