import { HOST, SVM1 } from "../../names";
import { ProviderHarness } from "../provider-harness";

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
      for (const message of [/no host is configured.*ontap-iscsi:host/, /same cause: no host is configured/]) {
        await expect(bare.create("IscsiService", { svm })).rejects.toThrow(message);
      }
    } finally {
      await bare.stop();
    }
  });
});
