import type { TestArray } from "../array";
import type { Project } from "../engine/project";
import { expectExit } from "../expect-exit";
import { exampleProject, logIn, startExampleArray } from "./array";

let array: TestArray;
let project: Project;
beforeAll(async () => {
  array = await startExampleArray();
  project = await exampleProject("session-paths", array);
});
afterAll(async () => {
  project?.dispose();
  await array.close();
});

const host = (number: number) => `iqn.1998-01.com.corp.iscsi:host${number}`;

it("shows the paths of every host, and fails by name for those that lack one", async () => {
  await logIn(array, 1, 1);
  await logIn(array, 1, 2);
  expectExit(await project.up(), 0);
  expect(await project.outputs()).toEqual({
    hosts: { [host(1)]: ["iscsi_lif1", "iscsi_lif2"] },
    checked: 1,
  });

  await logIn(array, 2, 1);
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(preview.text).toContain("Hosts with fewer than 2 paths");
  expect(preview.text).toContain(`${host(2)}: 1 (iscsi_lif1)`);
  expect(preview.text).not.toContain(`${host(1)}:`);
});
