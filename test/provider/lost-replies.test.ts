import { ON_SVM1 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const ARGS = { ...ON_SVM1, initiator: "iqn.1998-01.com.corp.iscsi:name1" };
const chap = { inbound: { user: "host1", password: "inbound-password" } };

/** Faults after which the client has no response: some keep the effect of the request, others have none. */
const losses = [
  { kind: "loseReply", effect: true },
  { kind: "reset", effect: true },
  { kind: "truncate", effect: true },
  { kind: "html", effect: false },
  { kind: "refuse", effect: false },
] as const;

describe.each(FRONTS)("A write without an answer (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("DELETE", "/faults");
    await harness.control("PUT", "/state", { svms: [{ name: "svm1" }] });
    await harness.calls();
  });

  const lose = (method: string, kind: string): Promise<unknown> =>
    harness.control("POST", "/faults", { match: { method, path: "/api/protocols/" }, times: 1, kind });
  const held = () => harness.control<{ services: object[]; credentials: object[] }>("GET", "/state");

  describe.each(losses)("$kind", ({ kind, effect }) => {
    if (effect) {
      test("leaves a created service in conflict, since nobody looked before, and names adopt", async () => {
        await lose("POST", kind);
        await expect(harness.create("IscsiService", ON_SVM1)).rejects.toThrow(/nobody looked before.*adopt: true/);
        expect(await harness.calls()).toEqual(["POST services", "GET services"]);
      });
    } else {
      test("creates the service all the same, with one look", async () => {
        await lose("POST", kind);
        const { outputs } = await harness.create("IscsiService", { ...ON_SVM1, target: { alias: "one" } });
        expect(outputs).toMatchObject({ svmName: "svm1", targetName: expect.stringMatching(/^iqn/) });
        expect(await harness.calls()).toEqual(["POST services", "GET services", "POST services"]);
        expect((await held()).services).toEqual([expect.objectContaining({ enabled: true })]);
      });
    }

    test("creates with adopt all the same, and sends the password again where the object is there", async () => {
      await harness.create("IscsiService", ON_SVM1);
      await harness.calls();
      await lose("POST", kind);
      const initiator = "iqn.1998-01.com.corp.iscsi:adopted";
      const wanted = { ...ARGS, initiator, authenticationType: "chap", chap, adopt: true };
      const { outputs } = await harness.createAsPreviewed("IscsiCredentials", wanted);
      const repeated = effect ? "PATCH credentials" : "POST credentials";
      expect(await harness.calls()).toEqual(["GET credentials", "POST credentials", "GET credentials", repeated]);
      expect(outputs).toMatchObject({ chap });
      expect((await held()).credentials).toContainEqual(expect.objectContaining({ initiator, chap }));
    });

    test("changes alias and state all the same", async () => {
      const service = await harness.create("IscsiService", ON_SVM1);
      await lose("PATCH", kind);
      await harness.update(service, { ...ON_SVM1, target: { alias: "two" } });
      expect((await held()).services).toEqual([
        expect.objectContaining({ target: expect.objectContaining({ alias: "two" }) }),
      ]);
    });

    test("removes an alias all the same", async () => {
      const service = await harness.create("IscsiService", { ...ON_SVM1, target: { alias: "one" } });
      await harness.calls();
      await lose("PATCH", kind);
      await harness.update(service, ON_SVM1);
      const again = effect ? [] : ["PATCH services"];
      expect(await harness.calls()).toEqual(["PATCH services", "GET services", ...again]);
      expect((await held()).services).toEqual([
        expect.objectContaining({ target: expect.objectContaining({ alias: "svm1" }) }),
      ]);
    });

    test("changes a password all the same, by sending it again", async () => {
      await harness.create("IscsiService", ON_SVM1);
      const host = await harness.create("IscsiCredentials", { ...ARGS, authenticationType: "chap", chap });
      await harness.calls();
      await lose("PATCH", kind);
      const changed = { inbound: { user: "host1", password: "another-password" } };
      await harness.update(host, { ...ARGS, authenticationType: "chap", chap: changed });
      expect(await harness.calls()).toEqual(["PATCH credentials", "GET credentials", "PATCH credentials"]);
      expect((await held()).credentials).toContainEqual(expect.objectContaining({ chap: changed }));
    });

    test("deletes both all the same", async () => {
      const service = await harness.create("IscsiService", ON_SVM1);
      const host = await harness.create("IscsiCredentials", { ...ARGS, authenticationType: "none" });
      await lose("DELETE", kind);
      await harness.delete(host);
      expect((await held()).credentials).toHaveLength(1);
      await lose("DELETE", kind);
      await harness.delete(service);
      expect(await held()).toMatchObject({ services: [], credentials: [] });
    });
  });

  test("does not take for its own what was there before, even where it looks the same", async () => {
    const theirs = { inbound: { user: "host1", password: "the-real-one-1234" } };
    await harness.create("IscsiService", ON_SVM1);
    await harness.create("IscsiCredentials", { ...ARGS, authenticationType: "chap", chap: theirs });
    await lose("POST", "loseReply");
    await expect(harness.create("IscsiCredentials", { ...ARGS, authenticationType: "chap", chap })).rejects.toThrow(
      /may be somebody else's.*adopt: true/,
    );
    expect((await held()).credentials).toContainEqual(expect.objectContaining({ chap: theirs }));
  });

  test("says that a change may have been made where the look got no response either", async () => {
    const service = await harness.create("IscsiService", ON_SVM1);
    await lose("PATCH", "loseReply");
    await harness.control("POST", "/faults", { match: { method: "GET", path: "/api/protocols/" }, kind: "refuse" });
    await expect(harness.update(service, { ...ON_SVM1, target: { alias: "two" } })).rejects.toThrow(
      /set the target alias.*not known whether the change was made; looking at the object did not tell it either/,
    );
  });

  test("records what was achieved where the second of two changes fails, and goes on from there", async () => {
    const service = await harness.create("IscsiService", { ...ON_SVM1, enabled: false });
    await harness.control("POST", "/faults", {
      match: { method: "PATCH", path: "/api/protocols/", nth: 2 },
      times: 1,
      kind: "status",
      status: 500,
      code: "262145",
    });
    const wanted = { ...ON_SVM1, enabled: true, target: { alias: "two" } };
    const failure: unknown = await harness.update(service, wanted).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: expect.stringContaining("262145"),
      initFailure: { id: service.id, properties: { enabled: true, svmName: "svm1" } },
    });
    const recorded: Resource = { ...service, outputs: { ...service.outputs, enabled: true } };
    await harness.calls();
    await harness.update(recorded, wanted);
    expect(await harness.calls()).toEqual(["PATCH services"]);
  });
});
