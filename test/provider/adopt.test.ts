import type { Bag } from "../engine/bag";
import { HOST, ON_SVM1 } from "../names";
import { FRONTS, ProviderHarness } from "./provider-harness";

const chap = { inbound: { user: "host1", password: "inbound-password" } };

interface Held {
  readonly services: ReadonlyArray<{ enabled: boolean; target: { alias: string } }>;
  readonly credentials: ReadonlyArray<{ initiator: string; authentication_type: string }>;
}

describe.each(FRONTS)("Taking over what exists (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());

  async function arrayWith(credentials: object[], service: object = {}): Promise<void> {
    await harness.control("PUT", "/state", {
      svms: [{ name: "svm1" }],
      services: [{ svm: { name: "svm1" }, ...service }],
      credentials: credentials.map((credential) => ({ svm: { name: "svm1" }, ...credential })),
      interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
    });
    await harness.calls();
  }
  const held = () => harness.control<Held>("GET", "/state");
  const credential = (more: Bag): Bag => ({ ...ON_SVM1, initiator: HOST, ...more });
  const fallback = (more: Bag): Bag => ({ ...ON_SVM1, initiator: "default", ...more });

  test("fails without adopt, and says what to do", async () => {
    await arrayWith([{ initiator: HOST, authentication_type: "none" }]);
    await expect(harness.create("IscsiService", ON_SVM1)).rejects.toThrow(/5374077.*adopt: true/);
    await expect(harness.create("IscsiCredentials", credential({ authenticationType: "none" }))).rejects.toThrow(
      /5374142.*adopt: true/,
    );
    expect(await harness.calls()).toEqual(["POST services", "POST credentials"]);
  });

  test("takes over a service that is as wanted with one look, and one that is not with one PATCH", async () => {
    await arrayWith([], { target: { alias: "theirs" } });
    await harness.createAsPreviewed("IscsiService", { ...ON_SVM1, adopt: true });
    expect(await harness.calls()).toEqual(["GET services"]);
    expect((await held()).services[0]?.target.alias).toBe("theirs");
    await harness.createAsPreviewed("IscsiService", { ...ON_SVM1, adopt: true, target: { alias: "ours" } });
    expect(await harness.calls()).toEqual(["GET services", "PATCH services"]);
  });

  test("creates with adopt where there is nothing to take over", async () => {
    await arrayWith([]);
    await harness.createAsPreviewed("IscsiCredentials", credential({ authenticationType: "none", adopt: true }));
    expect(await harness.calls()).toEqual(["GET credentials", "POST credentials"]);
  });

  test("takes over a credential with one look and at most one PATCH; a password is always sent", async () => {
    await arrayWith([
      { initiator: HOST, authentication_type: "chap", chap: { inbound: { user: "host1", password: "x" } } },
    ]);
    await harness.createAsPreviewed("IscsiCredentials", credential({ authenticationType: "chap", chap, adopt: true }));
    expect(await harness.calls()).toEqual(["GET credentials", "PATCH credentials"]);
    await arrayWith([{ initiator: HOST, authentication_type: "none" }]);
    await harness.createAsPreviewed("IscsiCredentials", credential({ authenticationType: "none", adopt: true }));
    expect(await harness.calls()).toEqual(["GET credentials"]);
  });

  test("is told in the preview, from one list of each kind in a process of its own", async () => {
    await arrayWith([{ initiator: HOST, authentication_type: "none" }], { target: { alias: "theirs" } });
    const preview = await harness.newProcess();
    try {
      await preview.check("IscsiService", {}, { ...ON_SVM1, adopt: true, target: { alias: "ours" } });
      await preview.check("IscsiCredentials", {}, credential({ authenticationType: "deny", adopt: true }));
      await preview.check("IscsiCredentials", {}, fallback({ authenticationType: "none" }));
      expect(await harness.calls()).toEqual(["GET services", "GET credentials"]);
      await preview.host.printed('adopted; it changes target.alias from "theirs" to "ours"');
      await preview.host.printed('adopted; it changes authenticationType from "none" to "deny"');
    } finally {
      await preview.stopProcess();
    }
  });

  test("refuses where taking over would bar a live session", async () => {
    await arrayWith([{ initiator: HOST, authentication_type: "none" }]);
    await harness.control("POST", "/sessions", {
      svm: "svm1",
      interface: "iscsi_lif1",
      initiator: HOST,
      address: "10.0.0.5",
    });
    const wanted = credential({ authenticationType: "deny", adopt: true });
    await expect(harness.create("IscsiCredentials", wanted)).rejects.toThrow(/1 live session would be locked out/);
    expect((await held()).credentials).toContainEqual(
      expect.objectContaining({ initiator: HOST, authentication_type: "none" }),
    );
    await harness.create("IscsiCredentials", { ...wanted, forceDisconnect: true });
  });

  test("refuses to disable an adopted service under a live session", async () => {
    await arrayWith([]);
    await harness.control("POST", "/sessions", {
      svm: "svm1",
      interface: "iscsi_lif1",
      initiator: HOST,
      address: "10.0.0.5",
    });
    await expect(harness.create("IscsiService", { ...ON_SVM1, adopt: true, enabled: false })).rejects.toThrow(
      /would be cut now/,
    );
    expect((await held()).services[0]?.enabled).toBe(true);
  });

  describe("the default row", () => {
    test("needs no adopt, and none needs no request beyond the look", async () => {
      await arrayWith([]);
      await harness.createAsPreviewed("IscsiCredentials", fallback({ authenticationType: "none" }));
      expect(await harness.calls()).toEqual(["GET credentials"]);
    });

    test("goes back to none when it is deleted, if it was none when it was taken over", async () => {
      await arrayWith([]);
      const row = await harness.createAsPreviewed("IscsiCredentials", fallback({ authenticationType: "chap", chap }));
      expect(await harness.calls()).toEqual(["GET credentials", "GET sessions", "PATCH credentials"]);
      await harness.delete(row);
      expect(await harness.calls()).toEqual(["GET credentials", "PATCH credentials"]);
      expect((await held()).credentials).toEqual([
        expect.objectContaining({ initiator: "default", authentication_type: "none" }),
      ]);
    });

    test("remembers what it was through an update and a refresh", async () => {
      await arrayWith([]);
      const created = await harness.create("IscsiCredentials", fallback({ authenticationType: "deny" }));
      const updated = await harness.update(created, fallback({ authenticationType: "chap", chap }));
      const { properties } = await harness.read(updated);
      await harness.delete({ ...updated, outputs: properties });
      expect((await held()).credentials).toEqual([expect.objectContaining({ authentication_type: "none" })]);
    });

    test("stays closed when it is deleted, if it was closed when it was taken over, with a warning", async () => {
      await arrayWith([{ initiator: "default", authentication_type: "deny" }]);
      const row = await harness.create("IscsiCredentials", fallback({ authenticationType: "deny" }));
      await harness.calls();
      await harness.delete(row);
      expect(await harness.calls()).toEqual([]);
      await harness.host.printed("stays as it is (deny)");
      expect((await held()).credentials).toEqual([expect.objectContaining({ authentication_type: "deny" })]);
    });
  });
});
