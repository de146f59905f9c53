import { ON_SVM1, SVM1 } from "../names";
import { FRONTS, ProviderHarness } from "./provider-harness";

const [UPPER, LOWER] = ["eui.0123456789ABCDEF", "eui.0123456789abcdef"];
const host = (initiator: string, more: object = {}) => ({ ...ON_SVM1, initiator, authenticationType: "none", ...more });

describe.each(FRONTS)("The case of an EUI (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("PUT", "/settings", { unknowns: { upperCaseInitiator: "fold" } });
    await harness.control("PUT", "/state", {
      svms: [{ name: "svm1", uuid: SVM1 }],
      services: [{ svm: { name: "svm1" } }],
      interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
    });
    await harness.calls();
  });

  test.each([
    [UPPER, LOWER],
    [LOWER, UPPER],
  ])("changes nothing where a program goes over from %s to %s", async (before, after) => {
    const created = await harness.create("IscsiCredentials", host(before));
    await harness.calls();
    expect(await harness.preview(created, host(after))).toMatchObject({ changes: false, replaces: [] });
    expect(await harness.calls()).toEqual([]);
    const denied = await harness.update(created, host(after, { authenticationType: "deny" }));
    expect(denied).toMatchObject({ id: created.id, outputs: { initiator: before, authenticationType: "deny" } });
    const { id, inputs, properties } = await harness.read(denied);
    expect({ id, inputs }).toMatchObject({ id: created.id, inputs: { initiator: before } });
    expect(properties).toEqual(denied.outputs);
  });

  test("is all that may differ: another name replaces", async () => {
    const created = await harness.create("IscsiCredentials", host(UPPER));
    expect(await harness.preview(created, host("eui.0123456789abcde0"))).toMatchObject({ replaces: ["initiator"] });
  });

  test("does not hide a row from the list that answers several reads", async () => {
    const created = await harness.create("IscsiCredentials", host(LOWER));
    const other = await harness.create("IscsiCredentials", host("iqn.1998-01.com.example:a"));
    await harness.calls();
    const recorded = { ...created, id: `${SVM1}/${UPPER}` };
    const [read] = await Promise.all([harness.read(recorded), harness.read(other)]);
    expect(read).toMatchObject({ id: recorded.id, properties: { initiator: LOWER } });
    expect(await harness.calls()).toEqual(["GET credentials"]);
  });

  test.each([
    ["name", { name: "svm1" }],
    ["UUID", { uuid: SVM1 }],
  ])("does not hide what is to be taken over, the SVM being given by its %s", async (_what, svm) => {
    await harness.control("PUT", "/settings", { unknowns: { upperCaseInitiator: "refuse" } });
    await harness.create("IscsiCredentials", host(LOWER, { authenticationType: "deny" }));
    await harness.calls();
    const adopted = await harness.createAsPreviewed("IscsiCredentials", host(UPPER, { svm, adopt: true }));
    expect(await harness.calls()).toEqual(["GET credentials", "PATCH credentials"]);
    expect(adopted).toMatchObject({ id: `${SVM1}/${LOWER}`, outputs: { initiator: UPPER } });
  });

  test("does not keep a former owner from seeing that another resource took the row over", async () => {
    const created = await harness.create("IscsiCredentials", host(LOWER));
    const former = { ...created, id: `${SVM1}/${UPPER}` };
    await harness.create("IscsiCredentials", host(UPPER, { adopt: true }));
    await harness.delete(former);
    await harness.host.printed("another resource of this stack took it over");
    const { credentials } = await harness.control<{ credentials: { initiator: string }[] }>("GET", "/state");
    expect(credentials.map(({ initiator }) => initiator)).toContain(LOWER);
  });

  test("does not matter to ONTAP_FORCE_DISCONNECT", async () => {
    const created = await harness.create("IscsiCredentials", host(LOWER));
    const fallback = await harness.create("IscsiCredentials", host("default"));
    await harness.update(fallback, host("default", { authenticationType: "deny" }));
    const session = { svm: "svm1", interface: "iscsi_lif1", initiator: LOWER, address: "10.0.0.5" };
    await harness.control("POST", "/sessions", session);
    const run = await harness.newProcess({ ONTAP_FORCE_DISCONNECT: `${SVM1.toUpperCase()}/${UPPER}` });
    await run.delete(created);
    await run.stopProcess();
  });
});
