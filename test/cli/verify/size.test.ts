import { SVM1, SVM2 } from "../../names";
import { INBOUND, iqn, OUTBOUND, type SvmOfHosts, VerifyArray } from "./array";
import { type Behaviour, ScriptedTarget } from "./target";

const chap: Behaviour = { is: "chap", inbound: { user: "in", secret: INBOUND.password } };
const mutual: Behaviour = { ...chap, outbound: { user: "out", secret: OUTBOUND.password } };

/** Hosts of an SVM, each second one with passwords in both directions. */
function hosts(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    initiator: iqn(`host${index}`),
    ...(index % 2 === 0 ? {} : { outbound: OUTBOUND }),
  }));
}

function behaviours(count: number): Readonly<Record<string, Behaviour>> {
  return Object.fromEntries(hosts(count).map(({ initiator, outbound }) => [initiator, outbound ? mutual : chap]));
}

const svm = (name: string, uuid: string, count: number): SvmOfHosts => ({ name, uuid, hosts: hosts(count) });

it("verifies 50 hosts on each of two SVMs, over IPv4 and IPv6, past portals that do not answer or do not speak iSCSI", async () => {
  const array = await VerifyArray.start([svm("svm1", SVM1, 50), svm("svm2", SVM2, 50)]);
  const four = await ScriptedTarget.start(behaviours(50));
  const six = await ScriptedTarget.start(behaviours(50), { host: "::1" });
  const silent = await ScriptedTarget.start({});
  const foreign = await ScriptedTarget.start({ "*": { is: "text", text: "220 mail\r\n" } });
  const gone = await ScriptedTarget.start({});
  await gone.stop();
  try {
    const portals = [
      `svm1=127.0.0.1:${gone.port}`,
      `svm1=127.0.0.1:${silent.port}`,
      `svm1=127.0.0.1:${four.port}`,
      `svm2=127.0.0.1:${foreign.port}`,
      `${SVM2}=[::1]:${six.port}`,
    ];
    const { code, report } = await array.verify(...portals.flatMap((one) => ["--portal", one]), "--timeout", "1s");
    expect(code).toBe(3);
    const on = (name: string) => report?.credentials.filter((one) => one.svm === name) ?? [];
    // Two logins show that a portal keeps silent, one that it is none.
    expect(on("svm1").filter(({ inbound }) => inbound === "unknown")).toHaveLength(2);
    expect(on("svm2").filter(({ inbound }) => inbound === "unknown")).toHaveLength(1);
    const proven = report?.credentials.filter(({ inbound }) => inbound === "proven") ?? [];
    expect(proven).toHaveLength(97);
    expect(proven.every(({ outbound = "proven" }) => outbound === "proven")).toBe(true);
    expect([four, six].map(({ mostConnections }) => mostConnections)).toEqual([1, 1]);
  } finally {
    await Promise.all([array, four, six, silent, foreign].map((one) => one.stop()));
  }
});

it("verifies 500 hosts of one SVM in less than a minute where each response takes 5 ms, by two lists", async () => {
  const array = await VerifyArray.start([svm("svm1", SVM1, 500)]);
  const target = await ScriptedTarget.start(behaviours(500), { latencyMs: 5 });
  try {
    const startedAt = Date.now();
    const { code, calls } = await array.verify("--portal", `svm1=127.0.0.1:${target.port}`);
    expect(code).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(60_000);
    expect([...calls].sort()).toEqual(["GET credentials", "GET sessions"]);
    expect(target.connections).toBe(500);
  } finally {
    await Promise.all([array.stop(), target.stop()]);
  }
});
