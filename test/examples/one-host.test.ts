import type { Project } from "../engine/project";
import { ExampleArray, exampleProject, expectToApply } from "./harness";

const HOST = "iqn.1998-01.com.example:host1";

let array: ExampleArray;
let project: Project;
beforeAll(async () => {
  array = await ExampleArray.start();
  project = await exampleProject("one-host", { ...array.connection, password: { secret: "secret-of-host1" } });
});
afterAll(async () => {
  project?.dispose();
  await array?.stop();
});

it("makes a service and lets the host in by its password", async () => {
  await expectToApply(project, ["svm1", "host1"]);

  const { services } = await array.held();
  expect(services).toEqual([
    expect.objectContaining({ enabled: true, target: expect.objectContaining({ alias: "prod" }) }),
  ]);
  expect(await array.credentials()).toEqual({
    default: { authentication_type: "none" },
    [HOST]: { authentication_type: "chap", chap: { inbound: { user: "host1", password: "secret-of-host1" } } },
  });
  expect(await project.outputs()).toEqual({
    targetName: expect.stringMatching(/^iqn\.1992-08\.com\.netapp:/),
    initiator: HOST,
  });

  const login = { initiator: HOST, address: "10.0.0.1", user: "host1" };
  expect(await array.tryLogIn({ ...login, password: "secret-of-host1" })).toBe(201);
  expect(await array.tryLogIn({ ...login, password: "another-secret" })).toBe(403);
});

it("previews nothing while the password is not configured, and names it", async () => {
  await project.expect(["config", "rm", "password"]);
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(preview.text).toContain("missing configuration value 'password'");
});
