import type { Project } from "../engine/project";
import { ExampleArray, exampleProject, expectToApply } from "./harness";

const HOST = "iqn.1998-01.com.example:host1";

let east: ExampleArray;
let west: ExampleArray;
let project: Project;
beforeAll(async () => {
  [east, west] = await Promise.all([ExampleArray.start(), ExampleArray.start({ password: "of-the-other-array" })]);
  const config = {
    eastHost: east.url,
    westHost: west.url,
    eastPassword: { secret: east.password },
    westPassword: { secret: west.password },
  };
  project = await exampleProject("yaml-two-providers", config, { languages: ["yaml"] });
});
afterAll(async () => {
  project?.dispose();
  await Promise.all([east?.stop(), west?.stop()]);
});

it("manages each cluster through its own provider, and reads one of them by a function", async () => {
  await expectToApply(project, ["east", "west", "eastService", "westService"]);
  expect((await east.held()).services).toHaveLength(1);
  expect((await west.held()).services).toHaveLength(1);

  expect(await east.tryLogIn({ initiator: HOST, address: "10.0.0.1" })).toBe(201);
  await project.expect(["up", "--yes", "--skip-preview"]);
  expect(await project.outputs()).toMatchObject({
    sessionCount: 1,
    eastTarget: expect.stringMatching(/^iqn\.1992-08\.com\.netapp:/),
  });
  const state = JSON.stringify(await project.exportState());
  for (const { password } of [east, west]) {
    expect(state).not.toContain(password);
  }
});
