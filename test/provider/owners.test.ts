import { runtime } from "@pulumi/pulumi";
import { providerText } from "../../provider/dynamic/text";
import { ON_SVM1 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const FALLBACK = { ...ON_SVM1, initiator: "default", authenticationType: "deny" };

describe.each(FRONTS)("An object that another resource took over (%s)", (front) => {
  let harness: ProviderHarness;
  let former: readonly Resource[];
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("PUT", "/state", {
      svms: [{ name: "svm1" }],
      interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
    });
    const before = await harness.newProcess();
    former = [await before.create("IscsiService", ON_SVM1), await before.create("IscsiCredentials", FALLBACK)];
    await before.stopProcess();
  });

  const held = () => harness.control<{ services: object[]; credentials: object[] }>("GET", "/state");
  const closed = { services: [{}], credentials: [{ initiator: "default", authentication_type: "deny" }] };

  test("outlives its former owner, in the same run and in a later one", async () => {
    const run = await harness.newProcess();
    const service = await run.create("IscsiService", { ...ON_SVM1, adopt: true });
    const fallback = await run.create("IscsiCredentials", FALLBACK);
    for (const resource of former) {
      await run.delete(resource);
    }
    await run.stopProcess();
    expect(await held()).toMatchObject(closed);

    const later = await harness.newProcess();
    await later.preview(service, { ...ON_SVM1, adopt: true });
    await later.preview(fallback, FALLBACK);
    for (const resource of former) {
      await later.delete(resource);
    }
    await later.host.printed("another resource of this stack took it over");
    expect(await held()).toMatchObject(closed);
    // What the program keeps would go with the service, so its owner deletes that first.
    await expect(later.delete(service)).rejects.toThrow(/the iSCSI credential of default on SVM svm1/);
    await later.delete(fallback);
    await later.delete(service);
    await later.stopProcess();
    expect(await held()).toMatchObject({ services: [] });
  });

  test("is not cut by a replacement of its service that is forced past the preview of the service", async () => {
    await harness.control("DELETE", "/sessions");
    await harness.create("IscsiCredentials", {
      ...ON_SVM1,
      initiator: "iqn.1998-01.com.corp.iscsi:name1",
      authenticationType: "none",
    });
    await harness.control("POST", "/sessions", {
      svm: "svm1",
      interface: "iscsi_lif1",
      initiator: "iqn.1998-01.com.corp.iscsi:name1",
      address: "10.0.0.5",
    });
    const [, fallback] = former;
    const text = providerText("IscsiCredentials");
    // What the engine asks of a dependent: its recorded inputs, with what depends on the replaced resource unknown.
    const asked = harness.host.diff(
      "IscsiCredentials",
      fallback?.id ?? "",
      { ...fallback?.outputs, __provider: text },
      {
        ...fallback?.inputs,
        svm: runtime.unknownValue,
        __provider: text,
      },
    );
    await expect(asked).rejects.toThrow(/1 live session would be cut now/);
  });

  test("opens with a warning when its owner goes", async () => {
    const run = await harness.newProcess();
    const [, fallback] = former;
    if (fallback !== undefined) {
      await run.delete(fallback);
    }
    await run.host.printed("goes back to none, which lets in every initiator");
    await run.stopProcess();
  });
});
