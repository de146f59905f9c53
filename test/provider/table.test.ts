import type { Bag } from "../engine/bag";
import { HOST, OTHER_HOST, SVM1 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";
import { chap, deny, host, hosts, none, single, TABLE, table } from "./table-arguments";

const svm = { name: "svm1" };
const STATE = {
  svms: [{ ...svm, uuid: SVM1 }],
  services: [{ svm, enabled: true }],
  interfaces: [{ svm, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
};
const networks = (...masks: readonly object[]): Bag => ({ ...none, initiatorAddress: { masks } });
const TEN = { address: "10.0.0.0", netmask: "8" };
const outbound = { user: "array", password: "canary-of-the-array" };
const mutual: Bag = { ...chap("host1"), chap: { inbound: { user: "host1", password: "canary-of-a-row" }, outbound } };

describe.each(FRONTS)("A table of credentials (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("DELETE", "/faults");
    await harness.control("PUT", "/state", STATE);
    await harness.calls();
  });

  const create = (credentials: Bag, more: Bag = {}): Promise<Resource> =>
    harness.createAsPreviewed(TABLE, table(credentials, more));

  test("is created by one POST a row, read by one list, and deleted by one DELETE a row", async () => {
    const rows = { [HOST]: chap("host1"), [OTHER_HOST]: none };
    const created = await create(rows);
    expect(created).toMatchObject({ id: SVM1, outputs: { svmName: "svm1", svmUuid: SVM1, credentials: rows } });
    expect(await harness.calls()).toEqual(["POST credentials", "POST credentials"]);
    const read = await harness.read(created);
    expect(read).toMatchObject({ id: SVM1, inputs: created.inputs, properties: created.outputs });
    expect(await harness.calls()).toEqual(["GET credentials"]);
    await harness.delete(created);
    expect([...(await harness.calls())].sort()).toEqual(["DELETE credentials", "DELETE credentials", "GET sessions"]);
  });

  test.each<readonly [string, Bag, Bag]>([
    ["a type", deny, none],
    ["CHAP that is set", none, chap("host1")],
    ["CHAP that is cleared", chap("host1"), none],
    ["a user", chap("host1"), chap("host2")],
    ["a password", chap("host1"), chap("host1", "another-password")],
    ["an outbound pair that is set", chap("host1"), mutual],
    ["an outbound pair that is cleared", mutual, chap("host1")],
    ["addresses that are set", none, networks(TEN)],
    ["addresses that change", networks(TEN), networks({ ...TEN, netmask: "7" })],
    ["addresses that are cleared", networks(TEN), none],
  ])("sends one PATCH for one row of many where %s differs", async (_what, before, after) => {
    const created = await create({ ...hosts(5), [HOST]: before });
    await harness.calls();
    const changed = await harness.update(created, table({ ...hosts(5), [HOST]: after }));
    expect((await harness.calls()).filter((call) => !call.startsWith("GET"))).toEqual(["PATCH credentials"]);
    const read = await harness.read(changed);
    expect(read.inputs).toMatchObject({ credentials: { [HOST]: after } });
    expect(read.inputs).toEqual(changed.inputs);
  });

  test("sends nothing for another notation, another order, or what says only how to go about it", async () => {
    const created = await create({ "eui.0123456789abcdef": networks(TEN), [HOST]: chap("host1") });
    await harness.calls();
    const notation = table(
      {
        [HOST]: { ...chap("host1"), authenticationType: "CHAP" },
        "eui.0123456789abcdef": networks({ ...TEN, netmask: "255.0.0.0" }),
      },
      { unlisted: "keep", onRemove: "deny", forceDisconnect: [HOST], adopt: false },
    );
    const changed = await harness.update(created, notation);
    expect(await harness.calls()).toEqual([]);
    expect(changed.outputs).toMatchObject({ credentials: created.inputs.credentials, onRemove: "deny" });
    await harness.preview(changed, notation);
    expect(await harness.calls()).toEqual([]);
  });

  test("creates rows that are added and deletes rows that go, each by one request", async () => {
    const created = await create(hosts(3));
    await harness.calls();
    const changed = await harness.update(created, table(hosts(3, () => none, 2)));
    expect(await harness.calls()).toEqual(["GET sessions", "POST credentials", "DELETE credentials"]);
    expect(Object.keys(Object(changed.outputs.credentials)).sort()).toEqual([host(2), host(3), host(4)]);
  });

  test("warns who decides about the initiators whose rows go, unless their rows stay and deny", async () => {
    const created = await create(hosts(3));
    const fewer = { [host(2)]: none };
    const run = await harness.newProcess();
    try {
      await run.preview(created, table(fewer, { onRemove: "deny" }));
      expect(run.host.said).not.toContain("removes");
      await run.preview(created, table(fewer));
      await run.host.printed(`removes ${host(1)}, ${host(3)}: the SVM's \`default\` row decides`);
    } finally {
      await run.stopProcess();
    }
  });

  test("records what came of it where some rows fail, with their passwords, and tells none", async () => {
    await harness.control("POST", "/faults", {
      match: { method: "POST", path: "/api/protocols/", nth: 2 },
      times: 1,
      kind: "status",
      status: 500,
      code: "262145",
      message: "canary-of-a-row",
    });
    const failure: unknown = await create(hosts(3, (n) => chap(`host${n}`))).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/1 row of 3 failed:\n {2}- iqn/),
      initFailure: { id: SVM1, properties: { svmName: "svm1", credentials: expect.any(Object) } },
    });
    expect(String(failure)).not.toContain("canary");
    expect(JSON.stringify(failure)).toContain("canary-of-a-row");
    const { stdout, stderr } = harness.host.process;
    expect(stdout + stderr).not.toContain("canary");
  });

  test("names a row and its property where it refuses it", async () => {
    await expect(harness.check(TABLE, {}, table({ [HOST]: { authenticationType: "chap" } }))).rejects.toThrow(
      `credentials["${HOST}"].chap.inbound`,
    );
    await expect(harness.check(TABLE, {}, table({ constructor: none }))).rejects.toThrow("credentials.constructor");
  });

  test("is replaced with the SVM, and goes over to the other name of the same one without a request", async () => {
    const created = await create(hosts(1));
    await harness.control("PUT", "/state", { ...STATE, svms: [...STATE.svms, { name: "svm2" }] });
    expect(await harness.preview(created, { ...table(hosts(1)), svm: { name: "svm2" } })).toMatchObject({
      replaces: ["svm"],
      deleteBeforeReplace: true,
    });
    const byUuid = { ...table(hosts(1)), svm: { uuid: SVM1 } };
    expect(await harness.preview(created, byUuid)).toMatchObject({ replaces: [] });
  });

  test("takes over single credentials, which leave their rows alone", async () => {
    const before = await harness.newProcess();
    const lone = await before.create("IscsiCredentials", single(HOST, chap("host1")));
    await before.stopProcess();
    await create({ [HOST]: chap("host1") }, { adopt: true });
    await harness.delete(lone);
    const { credentials } = await harness.control<{ credentials: object[] }>("GET", "/state");
    expect(credentials).toHaveLength(2);
  });
});
