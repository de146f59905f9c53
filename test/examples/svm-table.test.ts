import type { Project } from "../engine/project";
import { ExampleArray, exampleProject, expectToApply } from "./harness";

const iqn = (host: string) => `iqn.1998-01.com.example:${host}`;

let array: ExampleArray;
let project: Project;
beforeAll(async () => {
  array = await ExampleArray.start();
  project = await exampleProject("svm-table", array.connection);
  await setPassword("db1", "secret-of-db1");
  await setPassword("backup1", "secret-of-backup1");
});
afterAll(async () => {
  project?.dispose();
  await array?.stop();
});

/** As the README has it. */
async function setPassword(host: string, password: string): Promise<void> {
  await project.expect(["config", "set", "--secret", "--path", `passwords.${host}`, password]);
}

it("says which host has no password, and how to set it", async () => {
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(preview.text).toContain("db2 has no password: pulumi config set --secret --path passwords.db2");
});

it("brings every line of the table to the arrays", async () => {
  await setPassword("db2", "secret-of-db2");
  // A component and its service have one name, and are two resources.
  await expectToApply(project, ["svm1", "svm1", "svm1-db1", "svm1-db2", "svm2", "svm2", "svm2-backup1"]);

  const row = (user: string) => ({
    authentication_type: "chap",
    chap: { inbound: { user, password: `secret-of-${user}` } },
  });
  const initiator_address = { ranges: [], masks: [{ address: "10.0.1.0", netmask: "24" }] };
  expect(await array.credentials("svm1")).toEqual({
    default: { authentication_type: "none" },
    [iqn("db1")]: { ...row("db1"), initiator_address },
    [iqn("db2")]: { ...row("db2"), initiator_address },
  });
  expect(await array.credentials("svm2")).toEqual({
    default: { authentication_type: "none" },
    [iqn("backup1")]: row("backup1"),
  });
  const { services } = await array.held();
  expect(services.map(({ target }) => target)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ alias: "databases" }),
      expect.objectContaining({ alias: "svm2" }),
    ]),
  );
  expect(services).toHaveLength(2);
  expect(await project.outputs()).toEqual({
    targets: { svm1: expect.stringMatching(/^iqn\./), svm2: expect.stringMatching(/^iqn\./) },
  });
});
