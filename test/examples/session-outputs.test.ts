import type { TestArray } from "../array";
import type { Project } from "../engine/project";
import { expectExit } from "../expect-exit";
import { exampleProject, logIn, startExampleArray } from "./array";

let array: TestArray;
let project: Project;
beforeAll(async () => {
  array = await startExampleArray();
  project = await exampleProject("session-outputs", array);
});
afterAll(async () => {
  project?.dispose();
  await array.close();
});

it("shows the sessions as outputs", async () => {
  await logIn(array, 1, 2);
  expectExit(await project.up(), 0);
  expect(await project.outputs()).toEqual({
    sessions: [
      {
        initiator: "iqn.1998-01.com.corp.iscsi:host1",
        tsih: expect.any(Number),
        targetPortalGroup: "iscsi_lif2",
        connections: [{ from: "10.0.0.1", to: "192.168.0.2", authentication: "none" }],
      },
    ],
    withoutChap: 1,
    target: expect.stringMatching(/^iqn\./),
  });
});
