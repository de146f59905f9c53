import { providerText } from "../../../provider/dynamic/text";
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

  it("that is missing is named by the preview of a create, and by every call that needs it", async () => {
    const bare = await ProviderHarness.start({ config: { "ontap-iscsi:host": "" }, env: { ONTAP_HOST: undefined } });
    try {
      const svm = { name: "svm1" };
      const inputs = { svm, enabled: true };
      for (const call of [
        () => bare.check("IscsiService", {}, inputs),
        () => bare.host.create("IscsiService", { ...inputs, __provider: providerText("IscsiService") }),
        () => bare.read({ type: "IscsiService", id: SVM1, inputs, outputs: inputs }),
      ]) {
        await expect(call()).rejects.toThrow(/no host is configured.*ontap-iscsi:host/);
      }
    } finally {
      await bare.stop();
    }
  });

  it("with a misspelled key fails the preview, unless the program's project has the namespace for its own keys", async () => {
    const config = { "ontap-iscsi:hots": "array1", "other:hots": "x" };
    const misspelled = await harness.newProcess({}, config);
    const own = await harness.newProcess({ PULUMI_NODEJS_PROJECT: "ontap-iscsi" }, config);
    try {
      const svm = { name: "svm2" };
      await expect(misspelled.check("IscsiService", {}, { svm })).rejects.toThrow(
        "Could not use ontap-iscsi:hots: there is no such key; did you mean host? Run pulumi config rm ontap-iscsi:hots, then pulumi config set ontap-iscsi:host.",
      );
      await expect(own.check("IscsiService", {}, { svm })).resolves.toEqual({ svm, enabled: true });
    } finally {
      await Promise.all([misspelled.stopProcess(), own.stopProcess()]);
    }
  });
});
