import type { Project } from "../engine/project";
import { ExampleArray, exampleProject, expectToApply } from "./harness";

const LISTED = "iqn.1998-01.com.example:db1";
const FORGOTTEN = "iqn.1998-01.com.example:backup1";
const from = { address: "10.0.0.1" };

let array: ExampleArray;
let project: Project;
beforeAll(async () => {
  const svm = { name: "svm1" };
  array = await ExampleArray.start({
    fixture: {
      svms: [svm],
      interfaces: [{ svm, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
      services: [{ svm }],
      credentials: [{ svm, initiator: LISTED, authentication_type: "none" }],
    },
  });
  project = await exampleProject("default-deny", array.connection);
});
afterAll(async () => {
  project?.dispose();
  await array?.stop();
});

it("refuses to close the SVM while a host that is not listed is logged in, and names it", async () => {
  expect(await array.tryLogIn({ initiator: LISTED, ...from })).toBe(201);
  expect(await array.tryLogIn({ initiator: FORGOTTEN, ...from })).toBe(201);

  const up = await project.up();
  expect(up.code).not.toBe(0);
  expect(up.text).toMatch(/1 live session would be locked out/);
  expect(up.text).toContain(`${FORGOTTEN} from 10.0.0.1`);
  expect(up.text).not.toContain(`${LISTED} from`);
  expect(await array.credentials()).toMatchObject({ default: { authentication_type: "none" } });
});

it("lets in whoever is listed and nobody else", async () => {
  await array.logOut();
  // The service and the listed hosts are done; what was refused is what is left.
  await expectToApply(project, ["everybody-else"]);

  expect(Object.keys(await array.credentials()).sort()).toEqual(["default", LISTED, "iqn.1998-01.com.example:db2"]);
  expect(await array.tryLogIn({ initiator: LISTED, ...from })).toBe(201);
  expect(await array.tryLogIn({ initiator: FORGOTTEN, ...from })).toBe(403);
});

it("opens the SVM again before it goes", async () => {
  await array.logOut();
  await project.expect(["destroy", "--yes", "--skip-preview"]);
  expect(await array.held()).toMatchObject({ services: [], credentials: [] });
});
