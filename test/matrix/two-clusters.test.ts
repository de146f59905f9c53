import { startSimulator } from "../../simulator";
import { TestArray } from "../array";
import { createProject, type Project } from "../engine/project";
import { type ReportStep, stepOf } from "../engine/report";
import { SVM1, SVM2 } from "../names";

const RESOURCES = ["service", "host"];

/** The same program on the cluster of that name. */
const on = (cluster: string | undefined, args: object = {}) => `
  const { IscsiService, IscsiCredentials } = require("pulumi-ontap-iscsi");
  const cluster = ${JSON.stringify(cluster)};
  const service = new IscsiService("service", { cluster, svm: { name: "svm1" }, ...${JSON.stringify(args)} });
  new IscsiCredentials("host", { cluster, svm: service.svm, initiator: "iqn.1998-01.com.corp.iscsi:name1", authenticationType: "none" });`;

const login = ({ username, password }: TestArray) => ({ username, password });
const at = (array: TestArray) => ({ host: array.url, ...login(array) });

describe("Two clusters", () => {
  let east: TestArray;
  let west: TestArray;
  let project: Project;

  beforeAll(async () => {
    const start = async (uuid: string) =>
      new TestArray(await startSimulator({ fixture: { svms: [{ uuid, name: "svm1" }] } }));
    [east, west] = await Promise.all([start(SVM1), start(SVM2)]);
    project = await createProject({ program: on("east") });
  });
  beforeEach(async () => {
    for (const array of [east, west]) {
      await array.requests();
    }
  });
  afterAll(async () => {
    project?.dispose();
    await Promise.all([east?.close(), west?.close()]);
  });

  const name = (clusters: object) =>
    project.setConfig({ "ontap-iscsi:clusters": { secret: JSON.stringify(clusters) } });

  async function steps(): Promise<readonly ReportStep[]> {
    const report = (await project.expect(["preview", "--json"])).report();
    return RESOURCES.map((resource) => stepOf(report, resource));
  }

  test("variables without a name do not apply to a named cluster; those with its name do", async () => {
    await name({ east: { host: east.url, username: east.username }, west: at(west) });
    const unnamed = { ONTAP_HOST: west.url, ONTAP_USERNAME: west.username, ONTAP_PASSWORD: east.password };
    const refused = await project.up([], unnamed);
    expect(refused.code).not.toBe(0);
    expect(refused.text).toContain("password: it is not set");
    expect([...(await east.calls()), ...(await west.calls())]).toEqual([]);

    await project.expect(["up", "--yes", "--skip-preview"], { ONTAP_EAST_PASSWORD: east.password });
    expect(await east.calls()).toEqual(["POST services", "POST credentials"]);
    expect(await west.calls()).toEqual([]);
    expect(JSON.stringify(await project.exportState({ showSecrets: true }))).not.toContain(east.password);
  });

  test("a cluster that is called by another name replaces nothing", async () => {
    await name({ "data-center-1": at(east), west: at(west) });
    project.setProgram(on("data-center-1"));
    for (const step of await steps()) {
      expect(step).toMatchObject({ op: "update", detailedDiff: { cluster: { kind: "update" } } });
    }
    await project.expect(["up", "--yes", "--skip-preview"]);
    expect((await east.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
    expect(await west.calls()).toEqual([]);
    await project.expect(["preview", "--expect-no-changes"]);
  });

  test("nor does one that becomes the only one", async () => {
    await project.setConfig({
      "ontap-iscsi:host": east.url,
      "ontap-iscsi:username": east.username,
      "ontap-iscsi:password": { secret: east.password },
    });
    project.setProgram(on(undefined));
    expect((await steps()).map(({ op }) => op)).toEqual(["update", "update"]);
    await project.expect(["up", "--yes", "--skip-preview"]);
    expect((await east.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
  });

  test("another cluster replaces, the old objects first", async () => {
    project.setProgram(on("west"));
    const [service, host] = await steps();
    expect(service).toMatchObject({ op: "replace", replaceReasons: ["cluster"] });
    // Its own cluster is another one too, but the engine replaces it for the service's sake before it asks.
    expect(host).toMatchObject({ op: "replace" });
    await project.expect(["up", "--yes", "--skip-preview"]);
    const times = async (array: TestArray, method: string) =>
      (await array.requests()).filter((request) => request.method === method).map(({ at }) => at);
    const [deleted, created] = [await times(east, "DELETE"), await times(west, "POST")];
    expect([deleted.length, created.length]).toEqual([2, 2]);
    expect([...deleted, ...created]).toEqual([...deleted, ...created].sort());
    expect(await east.control("GET", "/state")).toMatchObject({ services: [], credentials: [] });
    expect(await west.control("GET", "/state")).toMatchObject({
      services: [{ svm: { uuid: SVM2 } }],
      credentials: [{ initiator: "default" }, { initiator: "iqn.1998-01.com.corp.iscsi:name1" }],
    });
    await project.expect(["preview", "--expect-no-changes"]);
  });
});
