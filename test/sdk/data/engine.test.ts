import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { createProject, type Project } from "../../engine/project";
import { expectExit } from "../../expect-exit";
import { SVM2 } from "../../names";
import { sessionOf } from "../array";

/** A program as users write it: promises, outputs, a component, a named cluster, and an input unknown in the preview. */
const program = `
const pulumi = require("@pulumi/pulumi");
const ontap = require("pulumi-ontap-iscsi");

class Hosts extends pulumi.ComponentResource {
  constructor(name, args) {
    super("test:index:Hosts", name);
    this.live = ontap.getIscsiSessionsOutput({ svm: args.svm, fields: ["initiator.name"], orderBy: "tsih desc" });
    this.registerOutputs({ live: this.live });
  }
}

module.exports = async () => {
  const service = new ontap.IscsiService("svm2", { svm: { name: "svm2" } });
  const first = [];
  for await (const session of ontap.iterateIscsiSessions({ maxRecords: 1, fields: ["tsih"] })) {
    first.push(session.tsih);
    if (first.length === 2) break;
  }
  return {
    first,
    count: await ontap.countIscsiSessions({ initiator: { name: ontap.query.like("iqn.1998*") } }),
    negated: ontap.countIscsiSessionsOutput({ tsih: ontap.query.not(1) }),
    live: new Hosts("hosts", { svm: pulumi.output({ name: "svm1" }) }).live,
    east: ontap.getIscsiServicesOutput({ cluster: "east", fields: ["svm"] }),
    created: ontap.getIscsiServiceOutput({ svm: { uuid: service.svmUuid }, fields: ["enabled"] }),
  };
};
`;

const svm2 = { name: "svm2", uuid: SVM2 };

let array: TestArray;
let east: TestArray;
let project: Project;

beforeAll(async () => {
  const sessions = [sessionOf(1), sessionOf(2), sessionOf(3)];
  const svms = [{ name: "svm1" }, svm2];
  array = new TestArray(await startSimulator({ fixture: JSON.parse(JSON.stringify({ svms, sessions })) }));
  const away = { name: "east1", uuid: "e" };
  east = new TestArray(await startSimulator({ fixture: { svms: [away], services: [{ svm: away }] } }));
  project = await createProject({
    program,
    config: {
      "ontap-iscsi:host": array.url,
      "ontap-iscsi:username": array.username,
      "ontap-iscsi:password": { secret: array.password },
      "ontap-iscsi:clusters": {
        secret: JSON.stringify({ east: { host: east.url, username: east.username, password: east.password } }),
      },
    },
  });
});
afterAll(async () => {
  project?.dispose();
  await Promise.all([array.close(), east.close()]);
});

describe("data functions in a program on the real engine", () => {
  const asked = async (part: string): Promise<string[]> =>
    (await array.requests()).filter(({ path }) => path.includes(part)).map(({ path }) => path);

  it("answer in a preview, but for those whose input is unknown", async () => {
    const preview = await project.preview();
    expectExit(preview, 0);
    expect(preview.text).toMatch(/count\s*: 3/);
    expect(preview.text).toMatch(/negated\s*: 2/);
    expect(preview.text).toMatch(/live\s*: \[/);
    expect(preview.text).toContain("east1");
    expect(preview.text).toMatch(/created\s*: (output<string>|\[unknown\])/);
    expect(await asked("/services/")).toEqual([]);
  });

  it("answer in an update, with everything known and nothing secret", async () => {
    expectExit(await project.up(), 0);
    const host = (number: number) => ({
      svm: { name: "svm1", uuid: expect.any(String) },
      targetPortalGroup: expect.any(String),
      tsih: number,
      initiator: { name: `iqn.1998-01.com.corp.iscsi:host${number}` },
    });
    expect(await project.outputs()).toEqual({
      first: [2, 1],
      count: 3,
      negated: 2,
      live: [host(3), host(2), host(1)],
      east: [{ svm: { name: "east1", uuid: "e" } }],
      created: { svm: svm2, enabled: true },
    });
    const state = await project.exportState();
    const stack = state.deployment.resources?.find(({ type }) => type === "pulumi:pulumi:Stack");
    expect(stack?.outputs).toMatchObject({ count: 3 });
    expect(JSON.stringify(stack?.outputs)).not.toMatch(/ciphertext|_links|password/);
  });
});
