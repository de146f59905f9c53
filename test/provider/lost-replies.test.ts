import { Hosted, type Resource } from "./hosted";

const SVM = { svm: { name: "svm1" } };
const HOST = { ...SVM, initiator: "iqn.1998-01.com.corp.iscsi:name1" };
const chap = { inbound: { user: "host1", password: "inbound-password" } };

/** Faults after which the client has no answer: some keep the effect of the request, one does not. */
const losses = [
  { kind: "loseReply", effect: true },
  { kind: "reset", effect: true },
  { kind: "truncate", effect: true },
  { kind: "html", effect: false },
  { kind: "refuse", effect: false },
] as const;

describe("A write without an answer", () => {
  let hosted: Hosted;
  beforeAll(async () => {
    hosted = await Hosted.start();
  });
  afterAll(() => hosted.stop());
  beforeEach(async () => {
    await hosted.control("DELETE", "/faults");
    await hosted.control("PUT", "/state", { svms: [{ name: "svm1" }] });
    await hosted.calls();
  });

  const lose = (method: string, kind: string): Promise<unknown> =>
    hosted.control("POST", "/faults", { match: { method, path: "/api/protocols/" }, times: 1, kind });
  const held = () => hosted.control<{ services: object[]; credentials: object[] }>("GET", "/state");

  describe.each(losses)("$kind", ({ kind }) => {
    test("creates the service all the same, with one look", async () => {
      await lose("POST", kind);
      const { outputs } = await hosted.create("IscsiService", { ...SVM, target: { alias: "one" } });
      expect(outputs).toMatchObject({ svmName: "svm1", targetName: expect.stringMatching(/^iqn/) });
      const calls = await hosted.calls();
      expect(calls.filter((call) => call.startsWith("GET"))).toHaveLength(1);
      expect((await held()).services).toEqual([expect.objectContaining({ enabled: true })]);
    });

    test("changes alias and state all the same", async () => {
      const service = await hosted.create("IscsiService", SVM);
      await lose("PATCH", kind);
      await hosted.update(service, { ...SVM, target: { alias: "two" } });
      expect((await held()).services).toEqual([
        expect.objectContaining({ target: expect.objectContaining({ alias: "two" }) }),
      ]);
    });

    test("changes a password all the same, by sending it again", async () => {
      await hosted.create("IscsiService", SVM);
      const host = await hosted.create("IscsiCredentials", { ...HOST, authenticationType: "chap", chap });
      await hosted.calls();
      await lose("PATCH", kind);
      const changed = { inbound: { user: "host1", password: "another-password" } };
      await hosted.update(host, { ...HOST, authenticationType: "chap", chap: changed });
      expect(await hosted.calls()).toEqual(["PATCH credentials", "GET credentials", "PATCH credentials"]);
      expect((await held()).credentials).toContainEqual(expect.objectContaining({ chap: changed }));
    });

    test("deletes both all the same", async () => {
      const service = await hosted.create("IscsiService", SVM);
      const host = await hosted.create("IscsiCredentials", { ...HOST, authenticationType: "none" });
      await lose("DELETE", kind);
      await hosted.delete(host);
      expect((await held()).credentials).toHaveLength(1);
      await lose("DELETE", kind);
      await hosted.delete(service);
      expect(await held()).toMatchObject({ services: [], credentials: [] });
    });
  });

  test("does not take over by accident what was there before", async () => {
    await hosted.create("IscsiService", { ...SVM, target: { alias: "theirs" } });
    await lose("POST", "html");
    await expect(hosted.create("IscsiService", { ...SVM, target: { alias: "ours" } })).rejects.toThrow(
      /was there before.*adopt/,
    );
  });

  test("records what was achieved where the second of two changes fails, and goes on from there", async () => {
    const service = await hosted.create("IscsiService", { ...SVM, enabled: false });
    await hosted.control("POST", "/faults", {
      match: { method: "PATCH", path: "/api/protocols/", nth: 2 },
      times: 1,
      kind: "status",
      status: 500,
      code: "262145",
    });
    const wanted = { ...SVM, enabled: true, target: { alias: "two" } };
    const failure: unknown = await hosted.update(service, wanted).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: expect.stringContaining("262145"),
      initFailure: { id: service.id, properties: { enabled: true, svmName: "svm1" } },
    });
    const recorded: Resource = { ...service, outputs: { ...service.outputs, enabled: true } };
    await hosted.calls();
    await hosted.update(recorded, wanted);
    expect(await hosted.calls()).toEqual(["PATCH services"]);
  });
});
