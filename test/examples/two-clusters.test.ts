import type { Project } from "../engine/project";
import { ExampleArray, exampleProject, expectToApply } from "./harness";

const HOST = "iqn.1998-01.com.example:db1";
const login = { initiator: HOST, address: "10.0.0.1", user: "db1", password: "secret-of-db1" };

let east: ExampleArray;
let west: ExampleArray;
let project: Project;
beforeAll(async () => {
  [east, west] = await Promise.all([ExampleArray.start(), ExampleArray.start()]);
  project = await exampleProject("two-clusters", { password: { secret: login.password } });
  await name("east", east);
  await name("west", west);
});
afterAll(async () => {
  project?.dispose();
  await Promise.all([east?.stop(), west?.stop()]);
});

/** As the README has it. */
async function name(cluster: string, { simulator: { url, username, password } }: ExampleArray): Promise<void> {
  const key = `ontap-iscsi:clusters.${cluster}`;
  await project.expect([
    "config",
    "set-all",
    "--path",
    "--plaintext",
    `${key}.host=${url}`,
    "--plaintext",
    `${key}.username=${username}`,
    "--secret",
    `${key}.password=${password}`,
  ]);
}

it("serves the host on both clusters, each by its own login", async () => {
  await expectToApply(project, ["east-svm1", "east-db1", "west-svm1", "west-db1"]);

  for (const array of [east, west]) {
    expect(await array.credentials()).toMatchObject({
      [HOST]: { authentication_type: "chap", chap: { inbound: { user: "db1", password: login.password } } },
    });
  }
  expect(await west.tryLogIn(login)).toBe(201);
  await project.expect(["up", "--yes", "--skip-preview"]);
  expect(await project.outputs()).toMatchObject({ targets: { east: { sessions: 0 }, west: { sessions: 1 } } });
});

it("keeps the logins of the clusters out of the state", async () => {
  const state = JSON.stringify(await project.exportState());
  for (const { simulator } of [east, west]) {
    expect(state).not.toContain(simulator.password);
  }
});
