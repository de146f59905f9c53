import { check } from "../../../provider/lifecycle/check";
import { diff } from "../../../provider/lifecycle/diff";
import type { ProviderContext } from "../../../provider/lifecycle/provider-context";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import type { PropertyMap } from "../../../provider/schema/property-map";
import { HOST, ON_SVM1, SVM1 } from "../../names";
import { UNKNOWNS } from "../schema/arguments";
import { ArrayHarness } from "./array-harness";

const recorded = { ...ON_SVM1, enabled: true, svmName: "svm1", svmUuid: SVM1 };
const host = { ...ON_SVM1, initiator: HOST, authenticationType: "none" };

describe("The probe of a preview", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start({
      svms: [{ name: "svm1", uuid: SVM1 }, { name: "svm2" }],
      services: [{ svm: { name: "svm1" } }],
    });
  });
  afterEach(() => harness.stop());

  const plannedCreate = (context: ProviderContext, news: PropertyMap = {}) =>
    check(context, iscsiService, {}, { svm: { name: "svm2" }, ...news });
  const plan = (news: PropertyMap, olds: PropertyMap = recorded) =>
    diff(harness, iscsiService, {
      id: SVM1,
      olds,
      news: { ...ON_SVM1, enabled: true, ...news },
      phase: "plan",
      svm: { recorded: [ON_SVM1.svm], given: [ON_SVM1.svm] },
    });

  it("is one list of the services before the first planned create, for all that follow", async () => {
    await Promise.all([plannedCreate(harness), check(harness, iscsiCredentials, {}, host)]);
    await check(harness, iscsiCredentials, {}, host);
    expect(await harness.probes()).toHaveLength(1);
  });

  it("comes before the first planned change, and before a planned replacement", async () => {
    await plan({ enabled: false });
    expect(await harness.probes()).toHaveLength(1);
    await plan({ target: { alias: "other" } });
    expect(await harness.probes()).toEqual([]);
    const context = harness.configured();
    await diff(context, iscsiCredentials, {
      id: `${SVM1}/${HOST}`,
      olds: { ...host, svmName: "svm1", svmUuid: SVM1 },
      news: { ...host, initiator: `${HOST}2` },
      phase: "plan",
      svm: { recorded: [ON_SVM1.svm], given: [ON_SVM1.svm] },
    });
    expect(await harness.probes()).toHaveLength(1);
  });

  it.each([
    [403, "6"],
    [400, "6691623"],
  ])("accepts a login that may not list the services, as HTTP %s and %s tell", async (status, code) => {
    await harness.control("POST", "/faults", { kind: "status", status, code, match: { method: "GET" } });
    expect((await plannedCreate(harness)).failures ?? []).toEqual([]);
  });

  it("is not sent without a planned change, nor for one that sends nothing, nor in a refresh", async () => {
    await check(harness, iscsiService, { ...ON_SVM1, enabled: true }, ON_SVM1);
    await plan({});
    await plan({ forceDisconnect: true, adopt: true });
    await diff(harness, iscsiService, {
      id: SVM1,
      olds: { ...recorded, enabled: false },
      news: { ...ON_SVM1, enabled: true },
      phase: "refresh",
      svm: { recorded: [], given: [ON_SVM1.svm] },
    });
    expect(await harness.probes()).toEqual([]);
  });

  it("is sent for a change whose values are not known yet", async () => {
    await plan({ target: { alias: UNKNOWNS.text } });
    expect(await harness.probes()).toHaveLength(1);
  });

  it.each([
    ["a wrong password", { password: "wrong" }, /use the array at http.*HTTP 401.*Check username and password/s],
    [
      "a closed port",
      { host: "https://127.0.0.1:1" },
      /use the array: .*ECONNREFUSED.*127\.0\.0\.1:1.*Check the host/s,
    ],
    ["an unknown host", { host: "no-such-host.invalid" }, /use the array: .*(ENOTFOUND|EAI_AGAIN)/s],
  ])("fails the preview with %s", async (_what, keys, message) => {
    await expect(plannedCreate(harness.configured(keys))).rejects.toThrow(message);
  });

  it.each([
    ["no host", { host: "" }, /no host is configured.*ontap-iscsi:host/s],
    ["no login", { username: "" }, /username.*it is not set/s],
    ["insecure: yes", { insecure: "yes" }, /insecure.*true or false/s],
    ["timeoutMs: 1h", { timeoutMs: "1h" }, /timeoutMs.*positive whole number/s],
    ["probe: no", { probe: "no" }, /probe.*true or false/s],
    ["a misspelled key", { hots: "x" }, /ontap-iscsi:hots.*did you mean host/s],
  ])("is not even sent with %s, which fails the preview by itself", async (_what, keys, message) => {
    await expect(plannedCreate(harness.configured(keys))).rejects.toThrow(message);
    expect(await harness.probes()).toEqual([]);
  });

  it("passes a login that may not list the services", async () => {
    await harness.control("POST", "/faults", { kind: "status", status: 403, code: "6" });
    await expect(plannedCreate(harness)).resolves.toMatchObject({ failures: [] });
    expect(await harness.probes()).toHaveLength(1);
  });

  it("is left out by the key probe or its variable, of each cluster by itself", async () => {
    const cluster = { host: harness.url, username: harness.username, password: harness.password };
    const clusters = JSON.stringify({ east: { ...cluster, probe: false }, west: cluster });
    await plannedCreate(harness.configured({ probe: "false" }));
    await plannedCreate(harness.configured({}, { ONTAP_PROBE: "false" }));
    await plannedCreate(harness.configured({ clusters }), { cluster: "east" });
    expect(await harness.probes()).toEqual([]);
    await plannedCreate(harness.configured({ clusters, probe: "false" }), { cluster: "west" });
    expect(await harness.probes()).toHaveLength(1);
  });

  it("waits for a cluster that is not known yet", async () => {
    await plannedCreate(harness, { cluster: UNKNOWNS.text });
    expect(await harness.probes()).toEqual([]);
  });

  it("names the cluster that could not be reached, and is sent again by whoever comes after a failure", async () => {
    const clusters = JSON.stringify({ east: { host: "https://127.0.0.1:1", token: "t" } });
    const context = harness.configured({ clusters });
    for (const _turn of [1, 2]) {
      await expect(plannedCreate(context, { cluster: "east" })).rejects.toThrow(/use the cluster east: /);
    }
    await plannedCreate(context);
  });
});
