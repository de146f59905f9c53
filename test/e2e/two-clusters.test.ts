import { type Simulator, startSimulator } from "../../simulator";
import { createProject, type Project } from "../engine/project";
import { type ReportStep, stepOf } from "../engine/report";
import type { LoggedRequest } from "./harness";

const EAST_SVM = "19d04b8e-94d7-11e8-8370-005056b48fd2";
const WEST_SVM = "25f617cf-94d7-11e8-8370-005056b48fd2";
const RESOURCES = ["service", "host"];

interface TimedRequest extends LoggedRequest {
  /** ISO 8601. */
  readonly at: string;
}

/** The same program on the cluster of that name. */
const on = (cluster: string | undefined, args: object = {}) => `
  const { IscsiService, IscsiCredentials } = require("pulumi-ontap-iscsi");
  const cluster = ${JSON.stringify(cluster)};
  const service = new IscsiService("service", { cluster, svm: { name: "svm1" }, ...${JSON.stringify(args)} });
  new IscsiCredentials("host", { cluster, svm: service.svm, initiator: "iqn.1998-01.com.corp.iscsi:name1", authenticationType: "none" });`;

const login = ({ username, password }: Simulator) => ({ username, password });
const at = (array: Simulator) => ({ host: array.url, ...login(array) });

describe("Two clusters", () => {
  let east: Simulator;
  let west: Simulator;
  let project: Project;

  beforeAll(async () => {
    const start = (uuid: string) => startSimulator({ fixture: { svms: [{ uuid, name: "svm1" }] } });
    [east, west] = await Promise.all([start(EAST_SVM), start(WEST_SVM)]);
    project = await createProject({ program: on("east") });
  });
  beforeEach(async () => {
    for (const { controlUrl } of [east, west]) {
      await fetch(`${controlUrl}/requests`, { method: "DELETE" });
    }
  });
  afterAll(async () => {
    project?.dispose();
    await Promise.all([east?.close(), west?.close()]);
  });

  const name = (clusters: object) =>
    project.setConfig({ "ontap-iscsi:clusters": { secret: JSON.stringify(clusters) } });

  async function requests({ controlUrl }: Simulator): Promise<readonly TimedRequest[]> {
    return (await (await fetch(`${controlUrl}/requests`)).json()) as TimedRequest[];
  }

  /** What was sent to a cluster in this test so far, in short. */
  async function calls(array: Simulator): Promise<readonly string[]> {
    return (await requests(array)).map(({ method, path }) => `${method} ${path.split("/").slice(2).join("/")}`);
  }

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
    expect([...(await calls(east)), ...(await calls(west))]).toEqual([]);

    await project.expect(["up", "--yes", "--skip-preview"], { ONTAP_EAST_PASSWORD: east.password });
    expect(await calls(east)).toEqual(["POST protocols/san/iscsi/services", "POST protocols/san/iscsi/credentials"]);
    expect(await calls(west)).toEqual([]);
    expect(JSON.stringify(await project.exportState({ showSecrets: true }))).not.toContain(east.password);
  });

  test("a cluster that is called by another name replaces nothing", async () => {
    await name({ "data-center-1": at(east), west: at(west) });
    project.setProgram(on("data-center-1"));
    for (const step of await steps()) {
      expect(step).toMatchObject({ op: "update", detailedDiff: { cluster: { kind: "update" } } });
    }
    await project.expect(["up", "--yes", "--skip-preview"]);
    expect((await calls(east)).filter((call) => !call.startsWith("GET"))).toEqual([]);
    expect(await calls(west)).toEqual([]);
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
    expect((await calls(east)).filter((call) => !call.startsWith("GET"))).toEqual([]);
  });

  test("another cluster replaces, the old objects first", async () => {
    project.setProgram(on("west"));
    const [service, host] = await steps();
    expect(service).toMatchObject({ op: "replace", replaceReasons: ["cluster"] });
    // Its own cluster is another one too, but the engine replaces it for the service's sake before it asks.
    expect(host).toMatchObject({ op: "replace" });
    await project.expect(["up", "--yes", "--skip-preview"]);
    const times = async (array: Simulator, method: string) =>
      (await requests(array)).filter((request) => request.method === method).map(({ at }) => at);
    const [deleted, created] = [await times(east, "DELETE"), await times(west, "POST")];
    expect([deleted.length, created.length]).toEqual([2, 2]);
    expect([...deleted, ...created]).toEqual([...deleted, ...created].sort());
    const held = async ({ controlUrl }: Simulator) => (await (await fetch(`${controlUrl}/state`)).json()) as object;
    expect(await held(east)).toMatchObject({ services: [], credentials: [] });
    expect(await held(west)).toMatchObject({
      services: [{ svm: { uuid: WEST_SVM } }],
      credentials: [{ initiator: "default" }, { initiator: "iqn.1998-01.com.corp.iscsi:name1" }],
    });
    await project.expect(["preview", "--expect-no-changes"]);
  });
});
