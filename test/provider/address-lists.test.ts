import { runtime } from "@pulumi/pulumi";
import type { Bag } from "../engine/bag";
import { HOST } from "../names";
import { FRONTS, ProviderHarness } from "./provider-harness";

const host = (initiatorAddress?: unknown): Bag => ({
  svm: { name: "svm1" },
  initiator: HOST,
  authenticationType: "none",
  ...(initiatorAddress === undefined ? {} : { initiatorAddress }),
});
const network = { masks: [{ address: "fd00:10::" }] };

describe.each(FRONTS)("An address list (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("PUT", "/state", { svms: [{ name: "svm1" }], services: [{ svm: { name: "svm1" } }] });
    await harness.calls();
  });
  const stored = async () => {
    const { credentials } = await harness.control<{ credentials: Bag[] }>("GET", "/state");
    return credentials.find(({ initiator }) => initiator === HOST)?.initiator_address;
  };

  test.each([[{}], [{ ranges: [] }], [{ masks: [], ranges: null }], [{ ranges: [], masks: [] }]])(
    "that a program computes as %j is refused before it opens the row",
    async (list) => {
      await expect(harness.create("IscsiCredentials", host(list))).rejects.toThrow(
        "initiatorAddress names no address, which would admit every address; to allow that, leave it out",
      );
      expect(await harness.calls()).toEqual([]);
      const narrow = host({ ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] });
      const created = await harness.create("IscsiCredentials", narrow);
      await expect(harness.preview(created, host(list))).rejects.toThrow("names no address");
    },
  );

  test("may be null, half empty, or not known yet", async () => {
    const half = { ranges: [], masks: [{ address: "10.0.0.0", netmask: 8 }] };
    for (const list of [
      null,
      half,
      runtime.unknownValue,
      { ranges: runtime.unknownValue },
      { ranges: [], masks: runtime.unknownValue },
    ]) {
      await harness.check("IscsiCredentials", {}, host(list));
    }
    await harness.create("IscsiCredentials", host(half));
    expect(await stored()).toMatchObject({ masks: [{ address: "10.0.0.0", netmask: "8" }] });
  });

  test("that is recorded without entries is read, left out and removed like none", async () => {
    const created = await harness.create("IscsiCredentials", host());
    const old = {
      ...created,
      inputs: host({ ranges: [] }),
      outputs: { ...created.outputs, initiatorAddress: { ranges: [] } },
    };
    await harness.calls();
    expect(await harness.read(old)).toMatchObject({ id: created.id });
    await harness.update(old, host());
    expect(await harness.calls()).toEqual(["GET credentials"]);
    await harness.delete(old);
    expect(await harness.calls()).toContain("DELETE credentials");
  });

  test("takes an IPv6 network without a netmask for a /64, which is no drift and no change when it is spelled out", async () => {
    const created = await harness.create("IscsiCredentials", host(network));
    expect(created.outputs.initiatorAddress).toEqual({ masks: [{ address: "fd00:10::", netmask: "64" }] });
    expect(await stored()).toMatchObject({ masks: [{ address: "fd00:10::", netmask: "64" }] });
    expect((await harness.read(created)).properties).toEqual(created.outputs);
    for (const netmask of [undefined, "64", 64]) {
      const again = host({ masks: [{ address: "fd00:10::", ...(netmask === undefined ? {} : { netmask }) }] });
      expect(await harness.preview(created, again)).toMatchObject({ changes: false });
    }
    const imported = { ...created, inputs: host(network), outputs: { ...created.outputs, initiatorAddress: network } };
    expect((await harness.read(imported)).properties.initiatorAddress).toEqual(network);
    expect(await harness.preview(imported, host({ masks: [{ address: "fd00:10::", netmask: 64 }] }))).toMatchObject({
      changes: false,
    });
  });

  test("cannot leave out the netmask of an IPv4 network, for which the documents name no default", async () => {
    await expect(harness.create("IscsiCredentials", host({ masks: [{ address: "10.0.0.0" }] }))).rejects.toThrow(
      "initiatorAddress.masks[0].netmask is required for an IPv4 address",
    );
    expect(await harness.calls()).toEqual([]);
  });

  test.each(["0", "0.0.0.0"])(
    "may hold an IPv4 network of the length %s, which the array takes, too",
    async (netmask) => {
      const created = await harness.create("IscsiCredentials", host({ masks: [{ address: "0.0.0.0", netmask }] }));
      expect(await stored()).toMatchObject({ masks: [{ address: "0.0.0.0", netmask: "0" }] });
      expect((await harness.read(created)).properties).toEqual(created.outputs);
    },
  );
});
