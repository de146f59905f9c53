import { HOST, OTHER_HOST, SVM1, SVM2 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const none = { authenticationType: "none" };

interface State {
  readonly services: { svm: { name: string; uuid: string }; enabled: boolean; target: { alias: string } }[];
  readonly credentials: { svm: { name: string; uuid: string }; initiator: string; authentication_type: string }[];
}

describe.each(FRONTS)("An object is what its recorded UUID says (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("PUT", "/state", {
      svms: [
        { uuid: SVM1, name: "svm1" },
        { uuid: SVM2, name: "svm2" },
      ],
    });
    await harness.calls();
  });

  const held = () => harness.control<State>("GET", "/state");

  /** Renames svm1; with `successor`, svm2 gets its old name. */
  async function rename(to: string, successor = false): Promise<void> {
    let text = JSON.stringify(await held()).replaceAll('"name":"svm1"', `"name":"${to}"`);
    if (successor) {
      text = text.replaceAll('"name":"svm2"', '"name":"svm1"');
    }
    await harness.control("PUT", "/state", JSON.parse(text));
    await harness.calls();
  }

  /** What another process, as the engine starts one for every run, does. */
  async function inNextRun<T>(work: (run: ProviderHarness) => Promise<T>): Promise<T> {
    const run = await harness.newProcess();
    try {
      return await work(run);
    } finally {
      await run.stopProcess();
    }
  }

  test("so a UUID that the program newly gives is compared with it, whatever the recorded name means today", async () => {
    const service = await harness.create("IscsiService", { svm: { name: "svm1" } });
    await harness.create("IscsiService", { svm: { name: "svm2" } });
    await rename("svm1old", true);
    await inNextRun(async (run) => {
      const difference = await run.preview(service, { svm: { uuid: SVM2 }, enabled: false });
      expect(difference).toMatchObject({ replaces: ["svm"], deleteBeforeReplace: true });
    });
    expect((await held()).services.map(({ enabled }) => enabled)).toEqual([true, true]);
  });

  test("so a recorded name is never looked up, and goes on to mean the recorded SVM", async () => {
    const service = await harness.create("IscsiService", { svm: { name: "svm1" } });
    await rename("svm1old", true);
    await inNextRun((run) => run.update(service, { svm: { name: "svm1" }, enabled: false }));
    expect(await harness.calls()).toEqual(["GET sessions", "PATCH services"]);
    expect((await held()).services).toMatchObject([{ svm: { uuid: SVM1 }, enabled: false }]);
  });

  test("so a name that the program newly gives is looked up once, and may be another SVM", async () => {
    const service = await harness.create("IscsiService", { svm: { uuid: SVM1 } });
    await harness.calls();
    await inNextRun(async (run) => {
      expect(await run.preview(service, { svm: { name: "svm1" } })).toMatchObject({ changes: false });
    });
    expect(await harness.calls()).toEqual(["GET svms"]);
    await rename("svm1old", true);
    await inNextRun(async (run) => {
      expect(await run.preview(service, { svm: { name: "svm1" } })).toMatchObject({ replaces: ["svm"] });
      await expect(run.preview(service, { svm: { name: "svm9" } })).rejects.toThrow('find the SVM "svm9"');
    });
  });

  test.each([
    ["a service that is taken over", "IscsiService", { adopt: true, target: { alias: "x" } }],
    ["the default credential", "IscsiCredentials", { initiator: "default", authenticationType: "deny" }],
    [
      "a credential that is taken over",
      "IscsiCredentials",
      { initiator: HOST, adopt: true, authenticationType: "deny" },
    ],
    ["a service that is created", "IscsiService", { target: { alias: "x" } }],
    ["a credential that is created", "IscsiCredentials", { initiator: "iqn.1998-01.com.x:new", ...none }],
  ] as const)(
    "so name and UUID that disagree are refused before anything is changed (2621706): %s",
    async (_what, type, args) => {
      await harness.create("IscsiService", { svm: { name: "svm1" } });
      await harness.create("IscsiService", { svm: { name: "svm2" } });
      await harness.create("IscsiCredentials", { svm: { name: "svm1" }, initiator: HOST, ...none });
      const before = await held();
      await expect(harness.create(type, { svm: { name: "svm2", uuid: SVM1 }, ...args })).rejects.toThrow("2621706");
      expect(await held()).toEqual(before);
    },
  );

  test("so name and UUID that disagree are refused in the preview of a change, too", async () => {
    const service = await harness.create("IscsiService", { svm: { uuid: SVM1 } });
    for (const more of [{}, { target: { alias: "of-svm2" } }]) {
      const asked = inNextRun((run) => run.preview(service, { svm: { uuid: SVM1, name: "svm2" }, ...more }));
      await expect(asked).rejects.toThrow("2621706");
    }
  });

  test("so a rename that the program follows costs one request in all, and none in the previews after it", async () => {
    await harness.create("IscsiService", { svm: { name: "svm1" } });
    const args = (svm: string, i: number) => ({ svm: { name: svm }, initiator: `${HOST}${i}`, ...none });
    const rows = await Promise.all([1, 2, 3, 4].map((i) => harness.create("IscsiCredentials", args("svm1", i))));
    await rename("svm1new");
    const preview = (all: readonly Resource[]) =>
      inNextRun((run) => Promise.all(all.map((row, i) => run.preview(row, args("svm1new", i + 1)))));

    expect(await preview(rows)).toEqual(rows.map(() => expect.objectContaining({ changes: false })));
    expect(await harness.calls()).toEqual(["GET svms"]);
    // The engine keeps the new inputs of what was called unchanged, and the old outputs.
    const kept = rows.map((row) => ({ ...row, inputs: { ...row.inputs, svm: { name: "svm1new" } } }));
    await preview(kept);
    expect(await harness.calls()).toEqual([]);
  });

  test.each([
    ["follows the rename", "svm1new"],
    ["does not", "svm1"],
  ])(
    "and the alias that a removal sends is the SVM's present name, as is svmName, where the program %s",
    async (_what, name) => {
      const service = await harness.create("IscsiService", { svm: { name: "svm1" }, target: { alias: "prod" } });
      await rename("svm1new");
      const { outputs } = await inNextRun((run) => run.update(service, { svm: { name } }));
      expect(outputs).toMatchObject({ svm: { name }, svmName: "svm1new" });
      expect((await held()).services).toMatchObject([{ target: { alias: "svm1new" } }]);
    },
  );

  test("so a new credential goes to the SVM of the program's service, or fails by name", async () => {
    const service = await harness.create("IscsiService", { svm: { name: "svm1" } });
    await harness.create("IscsiService", { svm: { name: "svm2" } });
    await rename("svm1old", true);
    await inNextRun(async (run) => {
      await run.preview(service, { svm: { name: "svm1" } });
      for (const more of [{}, { adopt: true }, { initiator: "default" }]) {
        const asked = run.create("IscsiCredentials", { svm: { name: "svm1" }, initiator: HOST, ...none, ...more });
        await expect(asked).rejects.toThrow("is now called svm1old");
      }
    });
    expect((await held()).credentials.map(({ initiator }) => initiator)).toEqual(["default", "default"]);
  });

  test("so a credential fails by name whose service went over to the SVM that has the name now", async () => {
    await harness.create("IscsiService", { svm: { name: "svm1" } });
    const row = await harness.create("IscsiCredentials", { svm: { name: "svm1" }, initiator: HOST, ...none });
    await rename("svm1old", true);
    await inNextRun(async (run) => {
      const service = await run.create("IscsiService", { svm: { name: "svm1" } });
      const refused = `is on the SVM ${SVM1}, and the iSCSI service whose SVM has the same name in this program is on ${service.id}`;
      await expect(run.preview(row, row.inputs)).rejects.toThrow(refused);
    });
  });

  test("so a replacement is not made on the SVM that has the name now, even where the run is not told of the service", async () => {
    await harness.create("IscsiService", { svm: { name: "svm1" } });
    const row = await harness.create("IscsiCredentials", { svm: { name: "svm1" }, initiator: HOST, ...none });
    await rename("svm1old", true);
    await harness.byHand("POST", "services", { svm: { name: "svm1" } });
    const another = { ...row.inputs, initiator: OTHER_HOST };
    await inNextRun(async (run) => {
      expect(await run.preview(row, another)).toMatchObject({ replaces: ["initiator"] });
      await expect(run.create("IscsiCredentials", { ...another, adopt: true })).rejects.toThrow(
        "is now called svm1old",
      );
    });
  });

  test("so taking over what this run knows under another entry says how a rename is done", async () => {
    await harness.create("IscsiService", { svm: { name: "svm1" } });
    const old = await harness.create("IscsiCredentials", { svm: { name: "svm1" }, initiator: HOST, ...none });
    await inNextRun(async (run) => {
      await run.preview(old, { svm: { name: "svm1" }, initiator: HOST, ...none });
      await run.create("IscsiCredentials", { svm: { name: "svm1" }, initiator: HOST, ...none, adopt: true });
      await run.host.printed("another entry of this stack manages it already");
      await run.delete(old);
      await run.host.printed("give it an alias");
    });
    expect((await held()).credentials.map(({ initiator }) => initiator)).toContain(HOST);
  });
});
