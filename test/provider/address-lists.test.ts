import { runtime } from "@pulumi/pulumi";
import type { Bag } from "../engine/bag";
import { Hosted } from "./hosted";

const INITIATOR = "iqn.1998-01.com.example:a";
const host = (initiatorAddress?: unknown): Bag => ({
  svm: { name: "svm1" },
  initiator: INITIATOR,
  authenticationType: "none",
  ...(initiatorAddress === undefined ? {} : { initiatorAddress }),
});
const network = { masks: [{ address: "fd00:10::" }] };

describe("An address list", () => {
  let hosted: Hosted;
  beforeAll(async () => {
    hosted = await Hosted.start();
  });
  afterAll(() => hosted.stop());
  beforeEach(async () => {
    await hosted.control("PUT", "/state", { svms: [{ name: "svm1" }], services: [{ svm: { name: "svm1" } }] });
    await hosted.calls();
  });
  const stored = async () => {
    const { credentials } = await hosted.control<{ credentials: Bag[] }>("GET", "/state");
    return credentials.find(({ initiator }) => initiator === INITIATOR)?.initiator_address;
  };

  test.each([[{}], [{ ranges: [] }], [{ masks: [], ranges: null }], [{ ranges: [], masks: [] }]])(
    "that a program computes as %j is refused before it opens the row",
    async (list) => {
      await expect(hosted.create("IscsiCredentials", host(list))).rejects.toThrow(
        '["initiatorAddress"]: initiatorAddress names no address, which would admit every address; to allow that, leave it out',
      );
      expect(await hosted.calls()).toEqual([]);
      const narrow = host({ ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] });
      const created = await hosted.create("IscsiCredentials", narrow);
      await expect(hosted.preview(created, host(list))).rejects.toThrow("names no address");
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
      await hosted.check("IscsiCredentials", {}, host(list));
    }
    await hosted.create("IscsiCredentials", host(half));
    expect(await stored()).toMatchObject({ masks: [{ address: "10.0.0.0", netmask: "8" }] });
  });

  test("that is recorded without entries is read, left out and removed like none", async () => {
    const created = await hosted.create("IscsiCredentials", host());
    const old = {
      ...created,
      inputs: host({ ranges: [] }),
      outputs: { ...created.outputs, initiatorAddress: { ranges: [] } },
    };
    await hosted.calls();
    expect(await hosted.read(old)).toMatchObject({ id: created.id });
    await hosted.update(old, host());
    expect(await hosted.calls()).toEqual(["GET credentials"]);
    await hosted.delete(old);
    expect(await hosted.calls()).toContain("DELETE credentials");
  });

  test("takes an IPv6 network without a netmask for a /64, which is no drift and no change when it is spelled out", async () => {
    const created = await hosted.create("IscsiCredentials", host(network));
    expect(created.outputs.initiatorAddress).toEqual({ masks: [{ address: "fd00:10::", netmask: "64" }] });
    expect(await stored()).toMatchObject({ masks: [{ address: "fd00:10::", netmask: "64" }] });
    expect((await hosted.read(created)).properties).toEqual(created.outputs);
    for (const netmask of [undefined, "64", 64]) {
      const again = host({ masks: [{ address: "fd00:10::", ...(netmask === undefined ? {} : { netmask }) }] });
      expect(await hosted.preview(created, again)).toMatchObject({ changes: false });
    }
    const imported = { ...created, inputs: host(network), outputs: { ...created.outputs, initiatorAddress: network } };
    expect((await hosted.read(imported)).properties.initiatorAddress).toEqual(network);
    expect(await hosted.preview(imported, host({ masks: [{ address: "fd00:10::", netmask: 64 }] }))).toMatchObject({
      changes: false,
    });
  });

  test("cannot leave out the netmask of an IPv4 network, for which the documents name no default", async () => {
    await expect(hosted.create("IscsiCredentials", host({ masks: [{ address: "10.0.0.0" }] }))).rejects.toThrow(
      "initiatorAddress.masks[0].netmask is required for an IPv4 address",
    );
    expect(await hosted.calls()).toEqual([]);
  });

  test.each(["0", "0.0.0.0"])(
    "may hold an IPv4 network of the length %s, which the array takes, too",
    async (netmask) => {
      const created = await hosted.create("IscsiCredentials", host({ masks: [{ address: "0.0.0.0", netmask }] }));
      expect(await stored()).toMatchObject({ masks: [{ address: "0.0.0.0", netmask: "0" }] });
      expect((await hosted.read(created)).properties).toEqual(created.outputs);
    },
  );
});
