import type { Bag } from "../engine/bag";
import { HOST, OTHER_HOST, SVM1 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const OLD = { svm: { name: "svm1" } };
const none = { authenticationType: "none" };
const TOLD = new RegExp(
  `the SVM svm1, which the stack records by its UUID ${SVM1}, is now called svm1new.*Write the new name.*docs/renaming-an-svm\\.md`,
);

describe.each(FRONTS)("An SVM that was renamed on the array, while the program has its old name (%s)", (front) => {
  let harness: ProviderHarness;
  let service: Resource;
  let host: Resource;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("PUT", "/state", { svms: [{ uuid: SVM1, name: "svm1" }] });
    service = await harness.create("IscsiService", OLD);
    host = await harness.create("IscsiCredentials", { ...OLD, initiator: HOST, ...none });
    const state = await harness.control("GET", "/state");
    const renamed = JSON.stringify(state).replaceAll('"name":"svm1"', '"name":"svm1new"');
    await harness.control("PUT", "/state", JSON.parse(renamed));
    await harness.calls();
  });

  async function inNextRun<T>(work: (run: ProviderHarness) => Promise<T>): Promise<T> {
    const run = await harness.newProcess();
    try {
      return await work(run);
    } finally {
      await run.stopProcess();
    }
  }

  const added: ReadonlyArray<readonly [string, Bag]> = [
    ["a new credential", { initiator: OTHER_HOST, ...none }],
    ["a credential that is taken over", { initiator: HOST, adopt: true, ...none }],
    ["the default credential", { initiator: "default", authenticationType: "deny" }],
  ];

  test.each(added)(
    "is told by the UUID that the stack records: for %s beside the program's service",
    async (_, args) => {
      await inNextRun(async (run) => {
        await run.preview(service, OLD);
        await expect(run.create("IscsiCredentials", { ...OLD, ...args })).rejects.toThrow(TOLD);
      });
    },
  );

  test.each(added)("is told by the UUID that the stack records: for %s beside another one alone", async (_, args) => {
    await inNextRun(async (run) => {
      await run.preview(host, host.inputs);
      await expect(run.create("IscsiCredentials", { ...OLD, ...args })).rejects.toThrow(TOLD);
    });
  });

  test("is told in the preview of a program that newly writes it, and costs two requests", async () => {
    const byUuid = { ...service, inputs: { svm: { uuid: SVM1 }, enabled: true } };
    const recorded = { ...byUuid, outputs: { ...service.outputs, svm: { uuid: SVM1 } } };
    await inNextRun((run) => expect(run.preview(recorded, OLD)).rejects.toThrow(TOLD));
    expect(await harness.calls()).toEqual(["GET svms", "GET svms"]);
  });

  test("is told in full once, however many objects name it", async () => {
    await inNextRun(async (run) => {
      await run.preview(host, host.inputs);
      const failures = await Promise.all(
        [1, 2, 3].map((n) =>
          run.create("IscsiCredentials", { ...OLD, initiator: `${HOST}.${n}`, ...none }).then(
            () => "created",
            ({ message }: Error) => message,
          ),
        ),
      );
      expect(failures.filter((message) => TOLD.test(message))).toHaveLength(1);
      expect(
        failures.filter((message) => /same cause: the SVM svm1.* is now called svm1new\.$/.test(message)),
      ).toHaveLength(2);
    });
  });

  test("is noted once by a refresh, however many objects it reads", async () => {
    await inNextRun(async (run) => {
      await Promise.all([run.read(service), run.read(host)]);
      await run.host.printed("is now called svm1new; it was svm1 when it was last read. Write the new name");
      expect(run.host.said.match(/is now called/g)).toHaveLength(1);
    });
  });

  test("is no rename where the stack knows nothing of that name", async () => {
    await inNextRun(async (run) => {
      const asked = run.create("IscsiCredentials", { ...OLD, initiator: OTHER_HOST, ...none });
      await expect(asked).rejects.toThrow(/2621462/);
    });
  });
});
