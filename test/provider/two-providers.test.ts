import { startSimulator } from "../../simulator";
import { TestArray } from "../array";
import type { Bag } from "../engine/bag";
import { EngineService } from "../engine/engine-service";
import { PluginHost } from "../engine/plugin-host";
import { HOST, ON_SVM1, SVM1 } from "../names";

const none = { ...ON_SVM1, initiator: HOST, authenticationType: "none" };
const deny = { ...none, authenticationType: "deny" };

describe("Two providers of one cluster in one run", () => {
  let array: TestArray;
  let engine: EngineService;
  let hosts: PluginHost[];
  let row: { id: string; properties: Bag };
  beforeEach(async () => {
    array = new TestArray(await startSimulator());
    const before = await start("before", await EngineService.start());
    await before.create("IscsiService", ON_SVM1);
    await before.create("IscsiService", { svm: { name: "svm2" } });
    row = await before.create("IscsiCredentials", none);
    await before.stop();
    before.engine.stop();
    engine = await EngineService.start();
    hosts = [await start("east"), await start("west")];
    await array.everyRequest();
  });
  afterEach(async () => {
    await Promise.all(hosts.map((host) => host.stop()));
    engine.stop();
    await array.close();
  });

  const start = (name: string, of = engine) => {
    const { url: host, username, password } = array;
    return PluginHost.start({ args: { host, username, password }, name, engine: of });
  };
  const [east, west] = [() => hostAt(0), () => hostAt(1)];
  const hostAt = (at: number): PluginHost => {
    const host = hosts[at];
    if (host === undefined) {
      throw new Error("not started");
    }
    return host;
  };

  /** Plans the change with its look at the sessions, does what comes between, and then makes it. */
  async function denied(between: () => Promise<unknown> = async () => undefined): Promise<readonly string[]> {
    const { inputs } = await east().check("IscsiCredentials", none, deny);
    await east().diff("IscsiCredentials", row.id, row.properties, inputs);
    expect(await array.calls()).toEqual(["GET sessions"]);
    await between();
    await array.requests();
    await east().update("IscsiCredentials", row.id, row.properties, inputs);
    return array.calls();
  }

  test("one alone reuses the look of its plan", async () => {
    expect(await denied()).toEqual(["PATCH credentials"]);
    expect(engine.said).toBe("");
  });

  test("on two SVMs they have nothing to do with each other", async () => {
    const other = { ...none, svm: { name: "svm2" } };
    expect(await denied(() => west().create("IscsiCredentials", other))).toEqual(["PATCH credentials"]);
    expect(engine.said).toBe("");
  });

  test("on one SVM each write looks for itself, and the user is told once", async () => {
    const other = { ...ON_SVM1, initiator: `${HOST}.west`, authenticationType: "none" };
    expect(await denied(() => west().create("IscsiCredentials", other))).toEqual(["GET sessions", "PATCH credentials"]);
    const recorded = await west().read("IscsiService", SVM1, {});
    const { inputs } = await west().check("IscsiService", ON_SVM1, ON_SVM1);
    await west().diff("IscsiService", SVM1, recorded.properties, inputs);
    expect(engine.told).toEqual([
      {
        severity: "note",
        urn: west().urnOf("IscsiCredentials"),
        text: `SVM svm1 of ${array.url} is managed through two providers, west and east: neither sees what the other plans, such as a deletion. Let one provider manage an SVM; see docs/plugin.md, "Two providers of one cluster".`,
      },
    ]);
  });
});
