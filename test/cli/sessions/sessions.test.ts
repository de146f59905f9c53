import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { SVM1, SVM2 } from "../../names";
import { environmentOf, ontapIscsi } from "../executable";
import { A, B, brief, credential, DENIED, LONG, SessionsArray, STRANGER, service, table } from "./array";

const SESSIONS = "GET /api/protocols/san/iscsi/sessions";

let array: SessionsArray;
beforeEach(async () => {
  array = await SessionsArray.start();
});
afterEach(() => array.stop());

it("lists who is logged in on the stack's SVMs, worst first, with one request", async () => {
  await array.logEverybodyIn();
  const { code, report, requests } = await array.report("--min-paths", "2");
  expect({ code, status: report.status, requests }).toEqual({ code: 2, status: "few", requests: [SESSIONS] });
  expect(brief(report)).toEqual([
    ["few", "b", 0],
    ["few", "long", 1],
    ["unmanaged", null, 1],
    ["ok", "denied", 0],
    ["ok", "a", 2],
  ]);
  expect(report.hosts.at(-1)).toEqual({
    initiator: A,
    alias: null,
    cluster: null,
    svm: { name: "svm1", uuid: SVM1 },
    status: "ok",
    resource: { urn: expect.stringContaining("::a"), name: "a" },
    paths: [
      {
        targetPortalGroup: "lif1",
        addresses: ["192.168.1.1"],
        initiatorAddresses: ["10.0.0.5"],
        authenticationTypes: ["none"],
        sessions: 1,
      },
      expect.objectContaining({ targetPortalGroup: "lif2", initiatorAddresses: ["10.0.0.5", "10.0.1.5"], sessions: 2 }),
    ],
    neededPaths: 2,
    igroups: ["linux"],
  });
  expect(report.hosts.every(({ svm }) => svm.uuid === SVM1)).toBe(true);
});

it("knows the rows of a table as hosts of the stack", async () => {
  const none = { authenticationType: "none" };
  const rows = { [A]: none, [B]: none, [LONG]: none, [DENIED]: { authenticationType: "deny" }, default: none };
  array.record(service("service"), table("hosts", rows));
  await array.logEverybodyIn();
  const { report } = await array.report("--min-paths", "2");
  expect(report.hosts.map(({ status, initiator, resource }) => [status, initiator, resource?.name])).toEqual([
    ["few", B, "hosts"],
    ["few", LONG, "hosts"],
    ["unmanaged", STRANGER, undefined],
    ["ok", DENIED, "hosts"],
    ["ok", A, "hosts"],
  ]);
});

it("ends with 0 where nobody asked for a number of paths, and where every host has it", async () => {
  await array.logEverybodyIn();
  expect(await array.report()).toMatchObject({ code: 0, report: { status: "ok", minPaths: null } });
  expect(await array.report("--min-paths", "2", "--initiator", A)).toMatchObject({ code: 0, report: { minPaths: 2 } });
});

it("names a host that the stack denies and that is logged in from before", async () => {
  await array.logIn({ initiator: DENIED, address: "10.0.0.8", interface: "lif1" });
  const { code, report } = await array.report();
  expect([code, brief(report)[0]]).toEqual([0, ["denied", "denied", 1]]);
});

it("chooses hosts by the same query on the array and among those that are not logged in", async () => {
  await array.logEverybodyIn();
  const some = await array.report("--initiator", `${B}|*stranger`);
  expect(brief(some.report)).toEqual([
    ["unmanaged", null, 1],
    ["ok", "b", 0],
  ]);
  const none = await array.report("--svm", "!svm1", "--min-paths", "1");
  expect([none.code, none.report.hosts]).toEqual([0, []]);
});

it("finds the sessions of an EUI in whichever case the state or the array has it", async () => {
  array.record(service("service"), credential("eui", "eui.0123456789ABCDEF"));
  await array.logIn({ initiator: "eui.0123456789abcdef", address: "10.0.0.5", interface: "lif1" });
  expect(brief((await array.report()).report)).toEqual([["ok", "eui", 1]]);
});

it("does not know where a cluster cannot be asked, and shows the others all the same", async () => {
  array.record(service("here"), credential("a", A), service("there", "svm2", SVM2, { cluster: "east" }), {
    ...credential("b", B, { cluster: "east" }),
  });
  await array.logEverybodyIn();
  const east = { ONTAP_EAST_HOST: "http://127.0.0.1:1", ONTAP_EAST_USERNAME: "u", ONTAP_EAST_PASSWORD: "p" };
  const env = { ...environmentOf(array), ...east };
  const args = ["sessions", "--state", array.stateFile, "--min-paths", "3"];
  const { code, stdout } = await ontapIscsi([...args, "--format", "json"], { env });
  const report = JSON.parse(stdout);
  expect([code, report.status, brief(report)]).toEqual([
    3,
    "unknown",
    [
      ["few", "a", 2],
      ["unmanaged", null, 1],
      ["unmanaged", null, 1],
      ["unknown", "b", 0],
    ],
  ]);
  expect(report.unreachable).toEqual([
    { cluster: "east", reason: expect.stringContaining("ECONNREFUSED"), httpStatus: null },
  ]);
  const table = await ontapIscsi(args, { env });
  expect(table.stdout).toMatch(/^unknown {2}1 host of the stack on the cluster east: Could not GET /);
});

it("does not know without the right to read sessions", async () => {
  await array.control("POST", "/faults", { kind: "status", status: 403, code: "6", match: { path: "/api" } });
  const { code, report } = await array.report("--min-paths", "1");
  expect([code, report.status, report.unreachable[0]?.httpStatus]).toEqual([3, "unknown", 403]);
});

it("lists all SVMs of the array that the environment names where there is no stack", async () => {
  await array.logEverybodyIn();
  const where = { cwd: array.folder, env: environmentOf(array) };
  const { code, stdout } = await ontapIscsi(["sessions", "--format", "json"], where);
  expect([code, JSON.parse(stdout).hosts.length]).toEqual([0, 4]);
  const counted = await ontapIscsi(["sessions", "--min-paths", "1"], where);
  expect(counted).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("no stack is selected") });
});

it("takes hosts and connection from the stack that is selected in the project", async () => {
  await array.logEverybodyIn();
  const bin = join(array.folder, "bin");
  mkdirSync(bin);
  const { url, username, password } = array;
  const config = Object.entries({ host: url, username, password }).map(([key, value]) => [
    `ontap-iscsi:${key}`,
    { value },
  ]);
  writeFileSync(join(array.folder, "config.json"), JSON.stringify(Object.fromEntries(config)));
  const print = (file: string) => `cat '${join(array.folder, file)}'`;
  const script = `#!/bin/sh\ncase "$*" in *export*) ${print("state.json")} ;; *config*) ${print("config.json")} ;; esac\n`;
  writeFileSync(join(bin, "pulumi"), script, { mode: 0o755 });
  writeFileSync(join(array.folder, "Pulumi.yaml"), "name: test\nruntime: nodejs\n");
  const env = { PATH: `${bin}${delimiter}${process.env.PATH}`, ONTAP_HOST: "elsewhere" };
  const args = ["sessions", "--cwd", array.folder, "--format", "json", "--min-paths", "1"];
  const { code, stdout, stderr } = await ontapIscsi(args, { env });
  expect([code, brief(JSON.parse(stdout))[0]]).toEqual([2, ["few", "b", 0]]);
  expect(JSON.parse(stdout).provenance).toMatchObject({ source: { stack: "dev" }, clusters: [{ address: url }] });
  expect(stderr).toContain("ONTAP_HOST is set and not used");
});

it("says in every format where the report comes from", async () => {
  await array.logEverybodyIn();
  const { report } = await array.report("--provenance", "--svm", "svm*");
  expect(report.provenance).toMatchObject({
    command: "sessions",
    source: { stack: "dev", project: "test", file: array.stateFile, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    clusters: [{ cluster: null, address: array.url, name: "cluster1" }],
    options: { state: array.stateFile, svm: "svm*", provenance: true },
  });
  for (const format of ["table", "markdown"]) {
    const { stdout } = await array.sessions("--format", format);
    expect(stdout).toContain(array.url);
    expect(stdout).toContain("SHA-256");
  }
});

it("prints a table whose columns are aligned, the initiator last, its paths and igroups below", async () => {
  await array.logEverybodyIn();
  const { code, stdout, stderr } = await array.sessions("--min-paths", "2");
  expect([code, stderr]).toEqual([2, ""]);
  expect(stdout.split("\n\n")[0]).toBe(
    [
      "STATUS     PATHS   AUTH  SVM   RESOURCE  HOST",
      `too few    0 of 2  -     svm1  b         ${B}`,
      `too few    1 of 2  none  svm1  long      ${LONG}`,
      "    lif1  10.0.0.7 -> 192.168.1.1            none",
      `unmanaged  1       none  svm1  -         ${STRANGER}`,
      "    lif1  10.0.0.9 -> 192.168.1.1            none",
      `ok         0       -     svm1  denied    ${DENIED}`,
      `ok         2 of 2  none  svm1  a         ${A}`,
      "    lif1  10.0.0.5 -> 192.168.1.1            none",
      "    lif2  10.0.0.5, 10.0.1.5 -> 192.168.1.2  none  2 sessions",
      "    in linux",
    ].join("\n"),
  );
  expect(stdout).toContain(
    "3 hosts logged in on 4 paths; 2 hosts of the stack with fewer than 2 paths; 1 host in no credential of the stack.",
  );
});

it("says so where the stack has nothing to ask an array about", async () => {
  array.record();
  const { code, stdout } = await array.sessions();
  expect([code, stdout.split("\n")[0]]).toEqual([0, expect.stringContaining("No array was asked")]);
  expect(await array.requests()).toEqual([]);
});

it("writes the report to a file", async () => {
  const file = join(array.folder, "report.md");
  const { code, stdout } = await array.sessions("--format", "markdown", "--output", file);
  expect([code, stdout]).toEqual([0, ""]);
  expect(readFileSync(file, "utf8")).toContain("| Status | Host |");
});
