import { setTimeout } from "node:timers/promises";
import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { EngineService } from "../../engine/engine-service";
import { PluginHost } from "../../engine/plugin-host";
import { ON_SVM1, SVM1 } from "../../names";

/** Long enough that a signal comes while the request is under way. */
const LATENCY_MS = 1_000;

describe("A plugin that ends while it creates", () => {
  let array: TestArray;
  let engine: EngineService;
  let host: PluginHost;
  beforeEach(async () => {
    array = new TestArray(await startSimulator());
    engine = await EngineService.start();
    const { url, username, password } = array;
    host = await PluginHost.start({ args: { host: url, username, password }, engine });
    await array.control("POST", "/faults", {
      match: { method: "POST", path: "/api/" },
      kind: "latency",
      ms: LATENCY_MS,
    });
  });
  afterEach(async () => {
    await host.stop();
    engine.stop();
    await array.close();
  });

  /** A create whose request has been sent. */
  const creating = async () => {
    const created = host.create("IscsiService", ON_SVM1);
    // Whether it fails is for whoever awaits it.
    created.catch(() => undefined);
    for (let sent = false; !sent; await setTimeout(20)) {
      const requests = await array.control<readonly { method: string }[]>("GET", "/requests");
      sent = requests.some(({ method }) => method === "POST");
    }
    return { created };
  };
  const services = async () => (await array.control<{ services: object[] }>("GET", "/state")).services;

  test.each(["SIGTERM", "SIGINT"] as const)("answers with the id before it ends, at %s", async (signal) => {
    const { created } = await creating();
    host.process.signal(signal);
    await expect(created).resolves.toMatchObject({ id: SVM1 });
    expect(await host.process.ended()).toEqual({ code: 0, signal: null });
    expect(await services()).toHaveLength(1);
  });

  test("does so, however often it is told to end", async () => {
    const { created } = await creating();
    for (const signal of ["SIGINT", "SIGTERM", "SIGTERM", "SIGINT", "SIGINT"] as const) {
      host.process.signal(signal);
      await setTimeout(20);
    }
    await expect(created).resolves.toMatchObject({ id: SVM1 });
    expect(await host.process.ended()).toEqual({ code: 0, signal: null });
  });

  test("begins nothing more once it is told to end", async () => {
    const { created } = await creating();
    host.process.signal("SIGTERM");
    await setTimeout(100);
    await expect(host.create("IscsiService", { svm: { name: "svm2" } })).rejects.toThrow(
      /^The run was cancelled, so this change was not begun\.$/,
    );
    await created;
    expect(await services()).toHaveLength(1);
  });

  test("finishes what it began when the run is cancelled", async () => {
    const { created } = await creating();
    await host.cancel();
    await expect(host.create("IscsiService", { svm: { name: "svm2" } })).rejects.toThrow(/was cancelled/);
    await expect(created).resolves.toMatchObject({ id: SVM1 });
    expect(await services()).toHaveLength(1);
  });

  test("finishes it where the engine is gone, with whatever read its output", async () => {
    const { created } = await creating();
    host.process.deafen();
    engine.stop();
    await expect(created).resolves.toMatchObject({ id: SVM1 });
    // This warns, which nobody is there to read.
    const state = { svms: [{ uuid: SVM1, name: "svm1" }], services: [ON_SVM1] };
    await array.control("PUT", "/state", state);
    const row = { ...ON_SVM1, initiator: "default", authenticationType: "deny" };
    const adopted = await host.create("IscsiCredentials", row);
    await host.delete("IscsiCredentials", adopted.id, adopted.properties);
    host.process.signal("SIGTERM");
    expect(await host.process.ended()).toEqual({ code: 0, signal: null });
  });
});
