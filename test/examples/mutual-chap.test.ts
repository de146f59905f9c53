import type { Project } from "../engine/project";
import { ExampleArray, exampleProject, expectToApply } from "./harness";

const HOST = "iqn.1998-01.com.example:db1";
const inbound = { user: "db1", password: "secret-of-db1" };
const outbound = { user: "svm1", password: "secret-of-svm1" };

let array: ExampleArray;
let project: Project;
beforeAll(async () => {
  array = await ExampleArray.start({ tls: true });
  project = await exampleProject("mutual-chap", {
    ...array.connection,
    hostPassword: { secret: inbound.password },
    arrayPassword: { secret: outbound.password },
  });
});
afterAll(async () => {
  project?.dispose();
  await array?.stop();
});

it("does not talk to an array whose certificate it cannot check, and says what to set", async () => {
  const up = await project.up();
  expect(up.code).not.toBe(0);
  expect(up.text).toContain("Set caCertificate to the certificate of");
  expect((await array.held()).services).toEqual([]);
});

it("makes both sides prove themselves, and lets the host in from the listed addresses alone", async () => {
  await project.setConfig({ "ontap-iscsi:caCertificate": array.simulator.caCertificate ?? "" });
  await expectToApply(project, ["svm1", "db1"]);

  const initiatorAddress = {
    ranges: [{ start: "10.0.1.11", end: "10.0.1.12" }],
    masks: [
      { address: "10.0.2.0", netmask: "24" },
      { address: "fd00:0:0:2::", netmask: "64" },
    ],
  };
  expect(await array.credentials()).toMatchObject({
    [HOST]: { authentication_type: "chap", chap: { inbound, outbound }, initiator_address: initiatorAddress },
  });
  expect(await project.outputs()).toMatchObject({ allowedFrom: initiatorAddress });

  const login = { initiator: HOST, ...inbound, outbound };
  const from = (address: string) => array.tryLogIn({ ...login, address });
  expect(await from("10.0.1.12")).toBe(201);
  expect(await from("10.0.2.200")).toBe(201);
  expect(await from("10.0.1.13")).toBe(403);
  const impostor = { ...outbound, password: "what-an-impostor-knows" };
  expect(await array.tryLogIn({ ...login, outbound: impostor, address: "10.0.1.11" })).toBe(403);
});
