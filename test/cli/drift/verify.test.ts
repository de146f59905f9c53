import type { DriftReport } from "../../../cli/drift/report";
import { SVM1 } from "../../names";
import { environmentOf, ontapIscsi } from "../executable";
import { CANARIES, INBOUND, iqn, OUTBOUND, recordedChap, resource, VerifyArray } from "../verify/array";
import { type Behaviour, ScriptedTarget } from "../verify/target";

const chap: Behaviour = { is: "chap", inbound: { user: "in", secret: INBOUND.password } };
const wrongProof: Behaviour = { ...chap, outbound: { user: "out", secret: "x" } };
const changed: Behaviour = { is: "chap", inbound: { user: "in", secret: "x" } };

let array: VerifyArray;
let target: ScriptedTarget;
beforeEach(async () => {
  array = await VerifyArray.ofHosts([
    { initiator: iqn("fine") },
    { initiator: iqn("set-by-hand") },
    { initiator: iqn("proof"), outbound: OUTBOUND },
    { initiator: iqn("silent") },
  ]);
  target = await ScriptedTarget.start({
    [iqn("fine")]: chap,
    [iqn("set-by-hand")]: changed,
    [iqn("proof")]: wrongProof,
    [iqn("silent")]: { is: "closing", at: 1 },
  });
});
afterEach(() => Promise.all([array.stop(), target.stop()]));

async function drift(...args: readonly string[]) {
  const all = ["drift", "--state", array.stateFile, ...args];
  const { code, stdout, stderr } = await ontapIscsi(all, { env: environmentOf(array) });
  for (const canary of CANARIES) {
    expect(`${stdout}${stderr}`).not.toContain(canary);
  }
  return { code, stdout, stderr };
}

async function verified(...args: readonly string[]) {
  const portal = `svm1=127.0.0.1:${target.port}`;
  const { code, stdout } = await drift("--verify", "--portal", portal, "--format", "json", ...args);
  const report: DriftReport = JSON.parse(stdout);
  const of = (name: string) => report.objects.find(({ id }) => id === `${SVM1}/${iqn(name)}`);
  return { code, report, of };
}

it("no longer lists proven passwords as unseen, and reports refused ones as drift", async () => {
  await array.byHand("DELETE", `credentials/${SVM1}/${iqn("silent")}`);
  const { code, of } = await verified();
  expect(code).toBe(2);
  expect(of("fine")).toMatchObject({ status: "clean", unseen: [], verified: { inbound: "proven" } });
  expect(of("set-by-hand")).toMatchObject({
    status: "changed",
    unseen: [],
    changes: [{ property: "chap.inbound.password", recorded: "[secret]", actual: "[secret]" }],
    verified: { inbound: "refused", portal: `127.0.0.1:${target.port}` },
  });
  expect(of("proof")).toMatchObject({
    status: "changed",
    changes: [{ property: "chap.outbound.password" }],
    verified: { inbound: "proven", outbound: "wrong proof" },
  });
  expect(of("silent")).toMatchObject({ status: "gone" });
});

it.each(["json", "text", "markdown", "junit", "sarif"])("says in %s where a login could not tell", async (format) => {
  const portal = `svm1=127.0.0.1:${target.port}`;
  const { code, stdout } = await drift("--verify", "--portal", portal, "--format", format);
  expect(code).toBe(3);
  expect(stdout).toContain("closed the connection after the first request");
  if (format === "json") {
    const { causes, objects }: DriftReport = JSON.parse(stdout);
    expect(causes).toMatchObject([{ cluster: null, objects: 1 }]);
    expect(objects.find(({ id }) => id.endsWith(":silent"))).toMatchObject({
      status: "unknown",
      unseen: ["chap.inbound.password"],
      verified: { inbound: "unknown" },
    });
  }
});

it("verifies rows of a table", async () => {
  const svm = { svm: { name: "svm1" }, svmName: "svm1", svmUuid: SVM1 };
  const credentials = Object.fromEntries(
    ["fine", "set-by-hand"].map((name) => [
      iqn(name),
      { authenticationType: "chap", chap: recordedChap({ initiator: iqn(name) }) },
    ]),
  );
  array.record([resource("IscsiCredentialsTable", "hosts", SVM1, { ...svm, credentials })]);
  const { code, of } = await verified();
  expect(code).toBe(2);
  expect(of("fine")).toMatchObject({ status: "clean", unseen: [] });
  expect(of("set-by-hand")?.changes).toMatchObject([
    { property: `credentials["${iqn("set-by-hand")}"].chap.inbound.password` },
  ]);
});

it("logs in nowhere without --verify, and takes its options only with it", async () => {
  const { code, stdout } = await drift("--format", "json");
  const report: DriftReport = JSON.parse(stdout);
  expect({ code, connections: target.connections }).toEqual({ code: 0, connections: 0 });
  expect(report.objects.some((object) => "verified" in object)).toBe(false);
  expect(report.objects.find(({ id }) => id.endsWith(":fine"))?.unseen).toEqual(["chap.inbound.password"]);
  expect(await drift("--from", "127.0.0.1")).toMatchObject({ code: 64, stderr: expect.stringContaining("--verify") });
});
