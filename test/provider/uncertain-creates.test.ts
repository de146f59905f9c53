import { isProbe, type LoggedRequest } from "../array";
import type { Bag } from "../engine/bag";
import type { HostError } from "../engine/host-error";
import { HOST, SVM1 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const svm = { name: "svm1" };
const chap = { inbound: { user: "host1", password: "inbound-password" } };
const ARGS = { svm, initiator: HOST, authenticationType: "chap", chap };
const ROW = { svm, initiator: HOST, authentication_type: "chap", chap };

interface Held {
  readonly services: ReadonlyArray<{ target: { alias?: string } }>;
  readonly credentials: ReadonlyArray<{ initiator: string; chap?: unknown }>;
}

describe.each(FRONTS)("A create whose POST got no response (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front, config: { "ontap-iscsi:timeoutMs": "1000" } });
  });
  afterAll(() => harness.stop());

  async function arrayWith(state: object = { services: [{ svm }] }): Promise<void> {
    await harness.control("DELETE", "/faults");
    await harness.control("PUT", "/state", { svms: [{ name: "svm1", uuid: SVM1 }], ...state });
    await harness.calls();
  }
  const fault = (kind: string, method: string, rule: object = {}, match: object = {}) =>
    harness.control("POST", "/faults", { kind, match: { method, path: "/api/protocols/", ...match }, ...rule });
  const held = () => harness.control<Held>("GET", "/state");
  const row = async () => (await held()).credentials.find(({ initiator }) => initiator === HOST);
  const create = (more: Bag = {}) => harness.create("IscsiCredentials", { ...ARGS, ...more });
  const failureOf = (work: Promise<unknown>): Promise<HostError> =>
    work.then(
      () => Promise.reject(new Error("it did not fail")),
      (error) => error,
    );

  /** The POST never arrives, the look shows nothing, the second POST ends so, and no further look gets an answer. */
  async function lostTwice(second: "loseReply" | "refuse"): Promise<void> {
    await arrayWith();
    await fault("refuse", "POST", { times: 1 });
    await fault(second, "POST", {}, { nth: 2 });
    await fault("refuse", "GET", { times: 10 }, { nth: 2 });
  }

  /** The entry that the engine makes of a partial failure. */
  const recorded = ({ initFailure }: HostError, more: Bag = {}): Resource => ({
    type: "IscsiCredentials",
    id: initFailure?.id ?? "",
    inputs: { ...ARGS, ...more },
    outputs: initFailure?.properties ?? {},
  });

  test("takes for its own what lands after a look that showed nothing, and sends the password again", async () => {
    await arrayWith();
    // Given up after 1 s, the first POST lands at 1.3 s; the look comes before it, the second POST after it.
    await fault("latency", "POST", { ms: 1_300, times: 1 });
    await fault("latency", "POST", { ms: 600 }, { nth: 2 });
    const { id, outputs } = await create();
    expect({ id, chap: outputs.chap }).toEqual({ id: `${SVM1}/${HOST}`, chap });
    expect((await harness.calls()).map((call) => call.split(" ")[0])).toEqual(["POST", "GET", "POST", "GET", "PATCH"]);
    expect(await row()).toMatchObject({ chap });
  });

  test("takes for its own what its second POST made, whose answer was lost, too", async () => {
    await arrayWith();
    await fault("refuse", "POST", { times: 1 });
    await fault("loseReply", "POST", { times: 1 }, { nth: 2 });
    await expect(create()).resolves.toMatchObject({ outputs: { chap } });
    expect((await harness.calls()).map((call) => call.split(" ")[0])).toEqual(["POST", "GET", "POST", "GET", "PATCH"]);
  });

  test("compares with what the POST sent: a cleared alias is sent after it", async () => {
    await arrayWith({});
    await fault("refuse", "POST", { times: 1 });
    await fault("loseReply", "POST", { times: 1 }, { nth: 2 });
    await harness.create("IscsiService", { svm, target: { alias: "" } });
    expect((await harness.calls()).map((call) => call.split(" ")[0])).toEqual(["POST", "GET", "POST", "GET", "PATCH"]);
    expect((await held()).services[0]?.target.alias ?? "").toBe("");
  });

  test("leaves alone what somebody else made between the look and the second POST", async () => {
    await arrayWith();
    await fault("refuse", "POST", { times: 1 });
    await fault("latency", "POST", { ms: 800 }, { nth: 2 });
    const creation = failureOf(create());
    const looked = async () =>
      (await harness.control<LoggedRequest[]>("GET", "/requests")).some(
        (request) => request.method === "GET" && !isProbe(request),
      );
    while (!(await looked())) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const theirs = { ...ROW, authentication_type: "none", chap: undefined };
    await harness.control("PUT", "/state", {
      svms: [{ name: "svm1", uuid: SVM1 }],
      services: [{ svm }],
      credentials: [theirs],
    });
    expect((await creation).message).toMatch(/somebody else made it.*adopt: true/);
    expect(await row()).toMatchObject({ authentication_type: "none" });
  });

  test("says that the object may exist where the look got no response either; the next up ends in conflict", async () => {
    await arrayWith();
    await fault("loseReply", "POST", { times: 1 });
    await fault("refuse", "GET");
    const { message, initFailure } = await failureOf(create());
    expect(message).toMatch(/not known whether the change was made.*It may exist\. Run up again/);
    expect(initFailure).toBeUndefined();
    await harness.control("DELETE", "/faults");
    const next = await harness.newProcess();
    await expect(next.create("IscsiCredentials", ARGS)).rejects.toThrow(/5374142.*adopt: true/);
    await expect(next.create("IscsiCredentials", { ...ARGS, adopt: true })).resolves.toMatchObject({
      outputs: { chap },
    });
    await next.stopProcess();
  });

  test("says that the object may exist where two POSTs came to nothing so far", async () => {
    await arrayWith();
    await fault("refuse", "POST");
    const fresh = await harness.newProcess();
    await expect(fresh.create("IscsiCredentials", ARGS)).rejects.toThrow(
      /sent twice and is not there so far.*It may exist/,
    );
    await fresh.stopProcess();
    expect(await harness.calls()).toEqual(["POST", "GET", "POST", "GET"].map((method) => `${method} credentials`));
  });

  test.each([
    ["by name", { name: "svm1" }],
    ["by UUID", { uuid: SVM1 }],
  ])("is recorded without passwords where it is ours if it exists, the SVM given %s", async (_how, given) => {
    await lostTwice("loseReply");
    const { message, initFailure } = await failureOf(create({ svm: given }));
    expect(message).toMatch(/create the iSCSI credential of .* Run up again: that looks, and finishes/);
    expect(initFailure).toMatchObject({
      id: `${SVM1}/${HOST}`,
      properties: { svm: given, initiator: HOST, chap: { inbound: { user: "host1" } }, svmUuid: SVM1 },
    });
    // The inputs are those of the program, which the engine records in any case.
    const { inputs: _given, ...achieved } = initFailure ?? {};
    expect(JSON.stringify(achieved)).not.toContain("inbound-password");
  });

  test("is not recorded where the UUID of its SVM cannot be had", async () => {
    await lostTwice("loseReply");
    await harness.control("POST", "/faults", { kind: "refuse", match: { method: "GET", path: "/api/svm/" } });
    // Another process knows of no service by which it could tell the UUID.
    const fresh = await harness.newProcess();
    const { message, initFailure } = await failureOf(fresh.create("IscsiCredentials", ARGS));
    await fresh.stopProcess();
    expect(message).toMatch(/It may exist/);
    expect(initFailure).toBeUndefined();
  });

  describe("and that is recorded as one that may exist", () => {
    async function afterwards(second: "loseReply" | "refuse"): Promise<Resource> {
      await lostTwice(second);
      const failure = await failureOf(create());
      await harness.control("DELETE", "/faults");
      await harness.calls();
      return recorded(failure);
    }

    /** The next `up` is another process. */
    async function nextUp(resource: Resource): Promise<Resource> {
      const next = await harness.newProcess();
      const updated = await next.update(resource, ARGS);
      await next.stopProcess();
      return updated;
    }

    test("is finished by the next up where it is there", async () => {
      const { outputs } = await nextUp(await afterwards("loseReply"));
      expect(await harness.calls()).toEqual(["GET credentials", "PATCH credentials"]);
      expect(outputs).toEqual({ ...ARGS, svmName: "svm1", svmUuid: SVM1 });
      expect(await row()).toMatchObject({ chap });
    });

    test("is created by the next up where it is not", async () => {
      const { outputs } = await nextUp(await afterwards("refuse"));
      expect(await harness.calls()).toEqual(["GET credentials", "POST credentials"]);
      expect(outputs).toEqual({ ...ARGS, svmName: "svm1", svmUuid: SVM1 });
      expect(await row()).toMatchObject({ chap });
    });

    describe("where somebody else made it meanwhile", () => {
      const theirs = { ...ROW, chap: { inbound: { user: "other", password: "their-password-1" } } };
      let entry: Resource;
      beforeEach(async () => {
        entry = await afterwards("refuse");
        const state = { svms: [{ name: "svm1", uuid: SVM1 }], services: [{ svm }], credentials: [theirs] };
        await harness.control("PUT", "/state", state);
      });

      test("ends in conflict by the next up, unless it is adopted", async () => {
        await expect(harness.update(entry, ARGS)).rejects.toThrow(/not what that run sent.*adopt: true/);
        expect(await row()).toMatchObject({ chap: theirs.chap });
        await harness.update(entry, { ...ARGS, adopt: true });
        expect(await row()).toMatchObject({ chap });
      });

      test("is dropped by a refresh, with a warning", async () => {
        expect((await harness.read(entry)).id).toBe("");
        await harness.host.printed("its entry is dropped, since an earlier run never learned");
      });

      test("is left alone by a destroy, with a warning", async () => {
        await harness.delete(entry);
        await harness.host.printed("it is left as it is, since an earlier run never learned");
        expect(await row()).toMatchObject({ chap: theirs.chap });
      });
    });

    test("is dropped by a refresh where it is not there, and shows the missing password where it is", async () => {
      expect((await harness.read(await afterwards("refuse"))).id).toBe("");
      const { properties } = await harness.read(await afterwards("loseReply"));
      expect(properties).toMatchObject({ chap: { inbound: { user: "host1" } }, svmUuid: SVM1 });
      expect(JSON.stringify(properties)).not.toMatch(/unconfirmed|inbound-password/);
    });

    test("is deleted like any other, there or not", async () => {
      await harness.delete(await afterwards("refuse"));
      await harness.delete(await afterwards("loseReply"));
      expect(await row()).toBeUndefined();
    });
  });

  test("is ours where ONTAP reported success without showing what it made", async () => {
    await arrayWith();
    await fault("job", "POST", { outcome: "success", times: 1 });
    await expect(create()).resolves.toMatchObject({ outputs: { chap } });
    expect((await harness.calls()).filter((call) => call.endsWith("credentials"))).toEqual([
      "POST credentials",
      "GET credentials",
    ]);
  });
});
