import { HOST, ON_SVM1, SVM2 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

describe.each(FRONTS)("The session guard for services (%s)", (front) => {
  let harness: ProviderHarness;
  let service: Resource;

  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("DELETE", "/faults");
    await harness.control("PUT", "/settings", { personality: "unified" });
    await harness.control("PUT", "/state", {
      svms: [{ name: "svm1" }, { name: "svm2" }],
      interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
    });
    service = await harness.create("IscsiService", ON_SVM1);
    await logIn();
    await harness.calls();
  });

  const logIn = (): Promise<unknown> =>
    harness.control("POST", "/sessions", {
      svm: "svm1",
      interface: "iscsi_lif1",
      initiator: HOST,
      address: "10.0.0.5",
    });
  const sessions = async (): Promise<number> =>
    (await harness.control<{ sessions: unknown[] }>("GET", "/state")).sessions.length;

  test("refuses to disable a service under a live session, and leaves it alive", async () => {
    await expect(harness.update(service, { ...ON_SVM1, enabled: false })).rejects.toThrow(
      /1 live session would be cut now/,
    );
    expect(await harness.calls()).toEqual(["GET sessions"]);
    expect(await sessions()).toBe(1);
  });

  test("says that nothing was changed only in a run that has changed nothing", async () => {
    const disable = { ...ON_SVM1, enabled: false };
    const run = await harness.newProcess();
    await expect(run.update(service, disable)).rejects.toThrow("Nothing was changed on this array.");
    await run.update(service, { ...ON_SVM1, target: { alias: "other" } });
    await expect(run.update(service, disable)).rejects.toThrow(
      "This change was not sent; what this run had changed on the array before stays changed.",
    );
    await run.stopProcess();
  });

  test("disables with forceDisconnect, which cuts the session", async () => {
    await harness.update(service, { ...ON_SVM1, enabled: false, forceDisconnect: true });
    expect(await harness.calls()).toEqual(["PATCH services"]);
    expect(await sessions()).toBe(0);
  });

  test("disables without a session, and looks once for preview and write together", async () => {
    await harness.control("DELETE", "/sessions");
    await harness.update(service, { ...ON_SVM1, enabled: false });
    expect(await harness.calls()).toEqual(["GET sessions", "PATCH services"]);
  });

  test("asks nobody about a change of the alias", async () => {
    await harness.update(service, { ...ON_SVM1, target: { alias: "other" } });
    expect(await harness.calls()).toEqual(["PATCH services"]);
  });

  test("refuses to replace a service under a live session, in the preview", async () => {
    await expect(harness.preview(service, { svm: { name: "svm2" } })).rejects.toThrow(
      /replace .*1 live session would be cut now/,
    );
  });

  test("lets the new forceDisconnect count for the delete of a replacement", async () => {
    const { replaces, deleteBeforeReplace } = await harness.preview(service, {
      svm: { name: "svm2" },
      forceDisconnect: true,
    });
    expect({ replaces, deleteBeforeReplace }).toEqual({ replaces: ["svm"], deleteBeforeReplace: true });
    await harness.delete(service);
    expect(await sessions()).toBe(0);
  });

  test("refuses to delete under a live session, and says how to allow it", async () => {
    await expect(harness.delete(service)).rejects.toThrow(
      new RegExp(`would be cut now[^]*ONTAP_FORCE_DISCONNECT=${service.id}`),
    );
    expect(await harness.calls()).toEqual(["GET sessions"]);
  });

  test("deletes what ONTAP_FORCE_DISCONNECT names, and nothing else", async () => {
    const other = await harness.newProcess({ ONTAP_FORCE_DISCONNECT: SVM2 });
    await expect(other.delete(service)).rejects.toThrow(/would be cut now/);
    await other.stopProcess();
    const named = await harness.newProcess({ ONTAP_FORCE_DISCONNECT: ` x, ${service.id}` });
    await harness.calls();
    await named.delete(service);
    await named.stopProcess();
    expect(await harness.calls()).toEqual(["PATCH services", "DELETE services"]);
  });

  test("refuses where it cannot look, and says why", async () => {
    await harness.control("POST", "/faults", {
      match: { path: "/api/protocols/san/iscsi/sessions" },
      kind: "status",
      status: 403,
      code: "6",
      message: "not authorized for that command",
    });
    await expect(harness.delete(service)).rejects.toThrow(
      /could not be looked at.*not authorized for that command.*code 6/,
    );
    expect((await harness.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
  });

  test("deletes a service that was enabled behind our back only after a look", async () => {
    const disabled = await harness.update(service, { ...ON_SVM1, enabled: false, forceDisconnect: true });
    await harness.byHand("PATCH", `services/${service.id}`, { enabled: true });
    await logIn();
    await harness.calls();
    const recorded: Resource = { ...disabled, outputs: { ...disabled.outputs, forceDisconnect: undefined } };
    const fresh = await harness.newProcess();
    await expect(fresh.delete(recorded)).rejects.toThrow(/would be cut now/);
    await fresh.stopProcess();
    expect(await harness.calls()).toEqual(["DELETE services", "GET sessions"]);
    expect(await sessions()).toBe(1);
  });

  test("enables the service again where ONTAP refuses the delete, and says both", async () => {
    await harness.control("DELETE", "/sessions");
    await harness.control("PUT", "/settings", { personality: "asaR2" });
    await harness.calls();
    await expect(harness.delete(service)).rejects.toThrow(/5376452.*disabled for that and was enabled again/);
    expect(await harness.calls()).toEqual(["GET sessions", "PATCH services", "DELETE services", "PATCH services"]);
    const { services } = await harness.control<{ services: { enabled: boolean }[] }>("GET", "/state");
    expect(services.map(({ enabled }) => enabled)).toEqual([true]);
  });
});
