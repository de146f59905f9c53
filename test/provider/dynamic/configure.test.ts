import { ProviderHarness } from "../provider-harness";

const SVM1 = "19d04b8e-94d7-11e8-8370-005056b48fd2";
const HOST = "iqn.1998-01.com.corp.iscsi:name1";

describe("The configuration of a provider process", () => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start();
  });
  afterAll(() => harness?.stop());

  it("is there for the very first calls, even for several at once", async () => {
    const service = await harness.create("IscsiService", { svm: { name: "svm1" } });
    const host = await harness.create("IscsiCredentials", {
      svm: { name: "svm1" },
      initiator: HOST,
      authenticationType: "none",
    });
    const fresh = await harness.newProcess();
    try {
      // Each of these asks the array: whichever came without the configuration would fail.
      const found = await Promise.all([fresh.read(service), fresh.read(host), fresh.read(service)]);
      expect(found.map(({ id }) => id)).toEqual([SVM1, `${SVM1}/${HOST}`, SVM1]);
    } finally {
      await fresh.stopProcess();
    }
  });

  it("that is missing is named by every call that needs it, and not by a check", async () => {
    const bare = await ProviderHarness.start({ config: { "ontap-iscsi:host": "" }, env: { ONTAP_HOST: undefined } });
    try {
      const svm = { name: "svm1" };
      await expect(bare.check("IscsiService", {}, { svm })).resolves.toEqual({ svm, enabled: true });
      for (const call of [1, 2]) {
        const failure: unknown = await bare.create("IscsiService", { svm }).catch((error: unknown) => error);
        expect([call, String(failure)]).toEqual([
          call,
          expect.stringMatching(/no host is configured.*ontap-iscsi:host/),
        ]);
      }
    } finally {
      await bare.stop();
    }
  });
});
