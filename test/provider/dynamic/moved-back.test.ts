import { providerText } from "../../../provider/dynamic/text";
import { HOST, SVM1 } from "../../names";
import { ProviderHarness, type Resource } from "../provider-harness";

const svm = { name: "svm1" };

describe("A resource whose state a refresh through the plugin has left without the provider's text", () => {
  let harness: ProviderHarness;
  let host: Resource;
  /** What is recorded of it, and what the program wants. */
  let olds: object;
  let news: object;
  beforeAll(async () => {
    harness = await ProviderHarness.start();
    await harness.create("IscsiService", { svm });
    host = await harness.create("IscsiCredentials", { svm, initiator: HOST, authenticationType: "deny" });
    olds = { ...host.outputs, __provider: undefined };
    news = { ...host.inputs, __provider: providerText("IscsiCredentials") };
  });
  beforeEach(() => harness.requests());
  afterAll(() => harness?.stop());

  it("is updated, so that the state has the text again, without a request", async () => {
    await harness.check("IscsiCredentials", host.inputs, host.inputs);
    const id = `${SVM1}/${HOST}`;
    expect(await harness.host.diff("IscsiCredentials", id, { ...olds }, { ...news })).toMatchObject({
      changes: true,
      replaces: [],
    });
    expect(await harness.host.update("IscsiCredentials", id, { ...olds }, { ...news })).toEqual(host.outputs);
    expect(await harness.everyRequest()).toEqual([]);
  });

  it("is not updated again once it has it", async () => {
    expect(await harness.preview(host, host.inputs)).toMatchObject({ changes: false });
  });

  it("shows nothing in a refresh", async () => {
    const refreshing = await harness.newProcess();
    try {
      const diff = await refreshing.host.diff("IscsiCredentials", host.id, { ...olds }, { ...news });
      expect(diff.changes).not.toBe(true);
    } finally {
      await refreshing.stopProcess();
    }
  });
});
