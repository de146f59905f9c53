import type { WireRecord } from "../../../simulator/wire/json";
import { recordsOf, sessions, startCluster } from "../client";
import { Initiator } from "./initiator";

const HOST = "iqn.1994-05.com.example:host1";
const TARGET = "iqn.1992-08.com.netapp:sn.one";
const svm = { name: "svm1" };
const lif = (name: string, address: string, rest: WireRecord = {}): WireRecord => ({
  svm,
  name,
  ip: { address },
  ...rest,
});

/** Logs in at an address of this machine, and says how that ended and through which interface it went. */
async function logInAt(host: string, listen: string, interfaces: WireRecord[]) {
  const fixture = { svms: [svm], services: [{ svm, target: { name: TARGET } }], interfaces };
  const cluster = await startCluster({ fixture, host: listen, iscsiPort: 0 });
  const initiator = await Initiator.connect({ host, port: cluster.simulator.iscsi?.port ?? 0 });
  const { status } = await initiator.logIn({ initiator: HOST, target: TARGET });
  const reply = await cluster.call("GET", `${sessions}?fields=*`);
  initiator.end();
  await cluster.simulator.close();
  const [session] = recordsOf(reply);
  return { status, through: session?.target_portal_group, from: Object(session?.connections)[0]?.initiator_address };
}

const lifs = [lif("lif1", "127.0.0.1"), lif("lif2", "::1"), lif("lif3", "192.168.0.3")];

test.each([
  ["127.0.0.1", "127.0.0.1", "lif1", "127.0.0.1"],
  ["::1", "::1", "lif2", "::1"],
  ["127.0.0.1", "::", "lif1", "127.0.0.1"],
])("an initiator at %s, where the port listens at %s, comes through %s", async (host, listen, through, address) => {
  const result = await logInAt(host, listen, lifs);
  expect(result).toEqual({ status: "0000", through, from: { address, port: expect.any(Number) } });
});

test("an address that is no interface's stands for the SVM's first interface for iSCSI that is up", async () => {
  const others = [
    lif("mgmt", "192.168.0.1", { services: ["management_https"] }),
    lif("down", "192.168.0.2", { enabled: false }),
    lif("up", "192.168.0.3"),
  ];
  expect(await logInAt("127.0.0.1", "127.0.0.1", others)).toMatchObject({ status: "0000", through: "up" });
});

test.each([
  ["none", []],
  ["one that is down", [lif("lif1", "127.0.0.1", { enabled: false })]],
  ["one that is not for iSCSI", [lif("lif1", "127.0.0.1", { services: ["management_https"] })]],
])("an SVM with no interface but %s takes no login", async (_what, interfaces) => {
  expect(await logInAt("127.0.0.1", "127.0.0.1", interfaces)).toMatchObject({ status: "0203", through: undefined });
});

test("IPv6 addresses are in brackets in a list of targets", async () => {
  const fixture = { svms: [svm], services: [{ svm, target: { name: TARGET } }], interfaces: lifs };
  const cluster = await startCluster({ fixture, host: "::1", iscsiPort: 0 });
  const port = cluster.simulator.iscsi?.port ?? 0;
  const initiator = await Initiator.connect({ host: "::1", port });
  await initiator.logIn({ initiator: HOST });
  const reply = await initiator.command(0x04, 0x80, {}, Buffer.from("SendTargets=All\0"));
  expect(reply?.data.toString()).toBe(`TargetName=${TARGET}\0TargetAddress=[::1]:${port},1028\0`);
  initiator.end();
  await cluster.simulator.close();
});
