import { join } from "node:path";
import { startSimulator } from "../../simulator";
import { TestArray } from "../array";
import { EXAMPLES } from "../checkout";
import { createProject, type Project } from "../engine/project";

/** An array with a service, on which initiators can log in. */
export async function startExampleArray(): Promise<TestArray> {
  return new TestArray(await startSimulator({ fixture: { ...interfaces, services: [{ svm: { name: "svm1" } }] } }));
}

const interfaces = {
  svms: [{ name: "svm1" }],
  interfaces: [1, 2].map((number) => ({
    svm: { name: "svm1" },
    name: `iscsi_lif${number}`,
    ip: { address: `192.168.0.${number}` },
  })),
};

/** A host logs in to one of the two interfaces. */
export async function logIn(array: TestArray, host: number, lif: 1 | 2): Promise<void> {
  await array.logIn({
    initiator: `iqn.1998-01.com.corp.iscsi:host${host}`,
    interface: `iscsi_lif${lif}`,
    address: `10.0.0.${host}`,
  });
}

/** The example of that name as a project of its own, configured for the array. */
export function exampleProject(name: string, array: TestArray): Promise<Project> {
  return createProject({
    name,
    program: { directory: join(EXAMPLES, name) },
    config: {
      "ontap-iscsi:host": array.url,
      "ontap-iscsi:username": array.username,
      "ontap-iscsi:password": { secret: array.password },
    },
  });
}
