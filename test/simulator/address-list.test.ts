import type { Json, WireRecord } from "../../simulator/query";
import { type Cluster, codeOf, credentials, services, startCluster, svm1 } from "./client";

const initiator = "iqn.1995-08.com.example:string";
const path = `${credentials}/${svm1}/${initiator}`;
const range = (start: string, end: string) => ({ start, end });
const ranges = (...list: Json[]) => ({ initiator_address: { ranges: list } });
const masks = (...list: Json[]) => ({ initiator_address: { masks: list } });

describe("initiator address lists", () => {
  let cluster: Cluster;
  const list = async () => (await cluster.call("GET", path)).body.initiator_address;
  const patch = (body: Json, query = "") => cluster.call("PATCH", path + query, body);

  beforeEach(async () => {
    cluster = await startCluster();
    await cluster.call("POST", services, { svm: { name: "svm1" } });
    const row: WireRecord = { svm: { name: "svm1" }, initiator, authentication_type: "none" };
    await cluster.call("POST", credentials, {
      ...row,
      initiator_address: { ranges: [range("10.0.0.1", "10.0.0.9")], masks: [{ address: "10.1.0.0", netmask: "16" }] },
    });
  });
  afterEach(() => cluster.simulator.close());

  const netmasks: [Json, string][] = [
    [{ address: "192.168.0.0", netmask: "24" }, "24"],
    [{ address: "192.168.0.0", netmask: 24 }, "24"],
    [{ address: "192.168.0.0", netmask: "255.255.0.0" }, "16"],
    [{ address: "192.168.0.7" }, "32"],
    [{ address: "0.0.0.0", netmask: "0" }, "0"],
    [{ address: "0.0.0.0", netmask: "0.0.0.0" }, "0"],
    [{ address: "fd00::1" }, "64"],
    [{ address: "fd00::1", netmask: null }, "64"],
    [{ address: "fd00::1", netmask: 1 }, "1"],
    [{ address: "fd00::1", netmask: "127" }, "127"],
  ];
  test.each(netmasks)("a GET shows the mask %j by its length %s", async (mask, netmask) => {
    expect((await patch(masks(mask))).status).toBe(200);
    expect(await list()).toMatchObject({ masks: [{ netmask }] });
  });

  const refused: [string, Json, string][] = [
    ["a start above the end", ranges(range("10.0.0.9", "10.0.0.1")), "5374855"],
    ["an IPv6 start above the end", ranges(range("fd00::2", "fd00::1")), "5374855"],
    ["two families", ranges(range("10.0.0.1", "fd00::1")), "5374856"],
    ["no end", ranges({ start: "10.0.0.1" }), "262212"],
    ["no address", ranges(range("10.0.0.256", "10.0.0.256")), "262197"],
    ["a short address", ranges(range("10.1", "10.1")), "262197"],
    ["an IPv6 zone", ranges(range("fe80::1%eth0", "fe80::1%eth0")), "262197"],
    ["gaps in the netmask", masks({ address: "10.0.0.0", netmask: "255.0.255.0" }), "262197"],
    ["an IPv4 length of 33", masks({ address: "10.0.0.0", netmask: "33" }), "262197"],
    ["an IPv6 length of 0", masks({ address: "fd00::1", netmask: "0" }), "262197"],
    ["an IPv6 length of 128", masks({ address: "fd00::1", netmask: "128" }), "262197"],
    ["a dotted netmask for IPv6", masks({ address: "fd00::1", netmask: "255.255.0.0" }), "262197"],
    ["an object in place of the array", { initiator_address: { masks: { address: "10.0.0.0" } } }, "262254"],
    ["an array in place of a value", ranges({ start: ["10.0.0.1"], end: "10.0.0.1" }), "262255"],
    ["an unknown field", ranges({ ...range("10.0.0.1", "10.0.0.1"), port: 1 }), "262179"],
  ];
  test.each(refused)("a list with %s is refused and changes nothing", async (_what, body, code) => {
    const before = await list();
    expect(codeOf(await patch(body))).toBe(code);
    expect(await list()).toEqual(before);
  });

  test("a list in the body replaces the stored one whole, masks and ranges", async () => {
    await patch(ranges(range("fd00::1", "fd00::2")));
    expect(await list()).toEqual({ ranges: [{ start: "fd00::1", end: "fd00::2", family: "ipv6" }] });
  });

  test("empty arrays take the list away", async () => {
    await patch({ initiator_address: { ranges: [], masks: [] } });
    expect(await list()).toBeUndefined();
  });

  test("a PATCH of something else leaves the list alone", async () => {
    const before = await list();
    await patch({ authentication_type: "deny", initiator_address: {} });
    expect(await list()).toEqual(before);
  });

  test("add_initiator_addresses merges without doubling", async () => {
    const more = ranges(range("10.0.0.1", "10.0.0.9"), range("10.9.0.1", "10.9.0.1"));
    expect((await patch(more, "?add_initiator_addresses=True")).status).toBe(200);
    expect(await list()).toMatchObject({
      ranges: [range("10.0.0.1", "10.0.0.9"), range("10.9.0.1", "10.9.0.1")],
      masks: [{ address: "10.1.0.0", netmask: "16" }],
    });
  });

  test("remove_initiator_addresses subtracts and passes over what is not there", async () => {
    const less = masks({ address: "10.1.0.0", netmask: "255.255.0.0" }, { address: "10.2.0.0", netmask: "16" });
    expect((await patch(less, "?remove_initiator_addresses=true")).status).toBe(200);
    expect(await list()).toEqual({ ranges: [{ ...range("10.0.0.1", "10.0.0.9"), family: "ipv4" }] });
  });

  test("the flags belong to PATCH alone", async () => {
    expect(codeOf(await cluster.call("GET", `${credentials}?add_initiator_addresses=true`))).toBe("262179");
  });

  const switches: [string, Json, string, Json, object][] = [
    ["one list leaves the other", { oneListReplacesBoth: false }, "", ranges(), { masks: [{ netmask: "16" }] }],
    [
      "both flags add",
      { bothAddressFlags: "add" },
      "?add_initiator_addresses=true&remove_initiator_addresses=true",
      masks({ address: "10.2.0.0", netmask: "16" }),
      { masks: [{ address: "10.1.0.0" }, { address: "10.2.0.0" }] },
    ],
    [
      "IPv6 in canonical text",
      { addressText: "canonical" },
      "",
      ranges(range("FD00:0::1", "fd00::0002")),
      { ranges: [range("fd00::1", "fd00::2")] },
    ],
    [
      "host bits as zero",
      { maskHostBits: "zero" },
      "",
      masks({ address: "10.3.4.5", netmask: "16" }),
      { masks: [{ address: "10.3.0.0" }] },
    ],
    [
      "merged ranges",
      { rangeMerging: true },
      "",
      ranges(range("10.0.0.6", "10.0.0.9"), range("10.0.0.1", "10.0.0.5"), range("10.0.1.0", "10.0.1.1")),
      { ranges: [range("10.0.0.1", "10.0.0.9"), range("10.0.1.0", "10.0.1.1")] },
    ],
    [
      "24 for an IPv4 mask without a length",
      { ipv4NetmaskDefault: "24" },
      "",
      masks({ address: "10.3.4.0" }),
      { masks: [{ netmask: "24" }] },
    ],
  ];
  test.each(switches)("a switch can show %s", async (_what, unknowns, query, body, expected) => {
    await cluster.control("PUT", "/settings", { unknowns });
    expect((await patch(body, query)).status).toBe(200);
    expect(await list()).toMatchObject(expected);
  });

  const refusals: [string, Json, string, Json, string][] = [
    ["both flags", {}, "?add_initiator_addresses=true&remove_initiator_addresses=true", ranges(), "262186"],
    [
      "an absent address",
      { removeAbsentAddress: "refuse" },
      "?remove_initiator_addresses=true",
      masks({ address: "10.2.0.0", netmask: "16" }),
      "4",
    ],
    [
      "family in a body",
      { familyInBody: "refuse" },
      "",
      ranges({ ...range("10.0.0.1", "10.0.0.1"), family: "ipv4" }),
      "262196",
    ],
  ];
  test.each(refusals)("a switch can refuse %s", async (_what, unknowns, query, body, code) => {
    await cluster.control("PUT", "/settings", { unknowns });
    expect(codeOf(await patch(body, query))).toBe(code);
  });
});
