import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Diagnosis, Finding } from "../../../cli/doctor/finding";
import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { SVM1 } from "../../names";
import { environmentOf, ontapIscsi } from "../executable";
import { plaintext, providerOf, through } from "../providers";

let array: TestArray;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-doctor-"));
  array = new TestArray(await startSimulator({ tls: true }));
  fakePulumi({});
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await array.close();
});

/** A `pulumi` whose stack has this configuration. */
function fakePulumi(config: Readonly<Record<string, { readonly value: string; readonly secret?: boolean }>>): void {
  mkdirSync(join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  record();
  const script = `#!/bin/sh
case "$*" in
  *"config get"*west.token*) echo '{"value": "hunter2", "secret": true}' ;;
  *"config get"*) echo '{"value": "hunter2", "secret": false}' ;;
  *export*) cat '${join(folder, "state.json")}' ;;
  *config*) cat '${join(folder, "config.json")}' ;;
  *--show-name*) echo prod ;;
  *version*) echo v3.256.0 ;;
  *) exit 1 ;;
esac
`;
  writeFileSync(join(folder, "bin/pulumi"), script);
  chmodSync(join(folder, "bin/pulumi"), 0o755);
}

/** What that stack records. */
function record(...resources: readonly object[]): void {
  writeFileSync(join(folder, "state.json"), JSON.stringify({ version: 3, deployment: { resources } }));
}

/** A login at the array, and its authority. */
function reachable(): NodeJS.ProcessEnv {
  return { ...environmentOf(array), ONTAP_CA_CERTIFICATE: array.simulator.caCertificate };
}

async function doctor(env: NodeJS.ProcessEnv = {}, ...args: readonly string[]) {
  const PATH = `${join(folder, "bin")}${delimiter}${process.env.PATH}`;
  const all = ["doctor", "--cwd", folder, "--format", "json", ...args];
  const { code, stdout, stderr } = await ontapIscsi(all, { env: { PATH, ...env } });
  const diagnosis: Diagnosis | undefined = stdout.startsWith("{") ? JSON.parse(stdout) : undefined;
  return { code, stderr, stdout, status: diagnosis?.status, findings: diagnosis?.findings ?? [] };
}

function about(findings: readonly Finding[], subject: string): Finding | undefined {
  return findings.find((finding) => finding.subject === subject);
}

/** Status of each finding about the array, by what it is about. */
function statuses(findings: readonly Finding[]): Readonly<Record<string, string>> {
  const ofArray = findings.filter(({ section }) => ["connection", "rights", "array"].includes(section));
  return Object.fromEntries(ofArray.map(({ subject, status }) => [subject, status]));
}

const IN_ORDER = {
  reach: "ok",
  TLS: "ok",
  login: "ok",
  services: "ok",
  credentials: "ok",
  sessions: "ok",
  SVMs: "ok",
  writing: "unknown",
  release: "ok",
  licence: "ok",
  clock: "ok",
  "iSCSI SVMs": "ok",
};

it("finds everything in order, with six requests that change nothing", async () => {
  await array.control("PUT", "/state", { services: [{ svm: { name: "svm1" } }] });
  const { code, status, findings, stderr } = await doctor(reachable());
  expect({ code, status, stderr }).toEqual({ code: 0, status: "ok", stderr: "" });
  expect(statuses(findings)).toEqual(IN_ORDER);
  expect(about(findings, "release")?.text).toBe("cluster1 runs ONTAP 9.16.1");
  expect(about(findings, "iSCSI SVMs")?.text).toBe("svm1");
  expect(about(findings, "TLS")?.text).toContain("trusted by the authority of caCertificate");
  const requests = await array.requests();
  expect(requests.map(({ method }) => method)).toEqual(Array(6).fill("GET"));
});

it.each([
  ["nobody listens", { ONTAP_HOST: "https://127.0.0.1:1" }, "reach", "unreachable", 3],
  ["the authority is unknown", { ONTAP_CA_CERTIFICATE: "" }, "TLS", "error", 1],
  ["the password is wrong", { ONTAP_PASSWORD: "wrong" }, "login", "error", 1],
])("stops where %s, says so with what to do, and exits accordingly", async (_what, env, subject, status, code) => {
  const result = await doctor({ ...reachable(), ...env });
  expect(result).toMatchObject({ code, status });
  expect(result.findings.at(-1)).toMatchObject({ subject, status, hint: expect.any(String) });
  const requests = await array.requests();
  expect(requests.map(({ status: answered }) => answered)).toEqual(subject === "login" ? [401] : []);
});

it("accepts an unknown authority with insecure, and warns", async () => {
  const { code, findings } = await doctor({ ...reachable(), ONTAP_CA_CERTIFICATE: "", ONTAP_INSECURE: "true" });
  expect(code).toBe(0);
  expect(statuses(findings)).toEqual({ ...IN_ORDER, TLS: "warning" });
});

it("tells what a login must not read, as an error only where resources need it", async () => {
  const users = [{ name: "vs", password: "p", role: "vsadmin", svm: "svm1" }];
  await array.control("PUT", "/settings", { users });
  const svmOnly = await doctor({ ...reachable(), ONTAP_USERNAME: "vs", ONTAP_PASSWORD: "p" });
  expect(svmOnly.code).toBe(0);
  expect(statuses(svmOnly.findings)).toEqual({ ...IN_ORDER, release: "unknown", licence: "unknown" });
  const path = "/api/protocols/san/iscsi/sessions";
  await array.control("POST", "/faults", { kind: "status", status: 403, code: "6", match: { path } });
  const noSessions = await doctor(reachable());
  expect(noSessions.code).toBe(1);
  expect(about(noSessions.findings, "sessions")).toMatchObject({
    status: "error",
    text: expect.stringContaining("the session guard"),
    hint: expect.stringContaining(`-api ${path} -access readonly`),
  });
});

it("tells of a missing licence, an old release and a clock that is wrong", async () => {
  await array.control("PUT", "/state", { licenses: [], version: { generation: 9, major: 5 } });
  await array.control("PUT", "/clock", { now: "2020-01-01T00:00:00Z" });
  const { findings } = await doctor(reachable());
  expect(statuses(findings)).toMatchObject({ licence: "error", release: "error", clock: "warning" });
});

it("says of each value where it comes from, masks secrets, and warns of those in plaintext", async () => {
  fakePulumi({
    "ontap-iscsi:host": { value: array.url },
    "ontap-iscsi:username": { value: "admin" },
    "ontap-iscsi:password": { value: "hunter2" },
    "ontap-iscsi:clusters": {
      value: JSON.stringify({ east: { host: "e", password: "hunter2" }, west: { host: "w", token: "hunter2" } }),
      secret: true,
    },
  });
  writeFileSync(join(folder, "Pulumi.yaml"), "name: test\nruntime: nodejs\n");
  const env = { ONTAP_HOST: "elsewhere", ONTAP_CA_CERTIFICATE: array.simulator.caCertificate };
  const { code, findings, stdout } = await doctor(env);
  expect(code).toBe(3);
  expect(stdout).not.toContain("hunter2");
  const configuration = findings.filter(({ section }) => section === "configuration");
  expect(configuration.map(({ cluster, subject, status, text }) => [cluster, subject, status, text])).toEqual([
    [undefined, "stack", "ok", "prod"],
    [undefined, "host", "warning", expect.stringContaining("ONTAP_HOST is set and not used")],
    [null, "host", "ok", `${array.url} from ontap-iscsi:host`],
    [null, "username", "ok", "admin from ontap-iscsi:username"],
    [null, "password", "warning", "[secret] from ontap-iscsi:password, in plaintext"],
    [null, "caCertificate", "ok", "PEM text from ONTAP_CA_CERTIFICATE"],
    ["east", "host", "ok", "e from ontap-iscsi:clusters.east.host"],
    ["east", "password", "warning", "[secret] from ontap-iscsi:clusters.east.password, in plaintext"],
    ["east", "connection", "error", expect.stringContaining("username")],
    ["west", "host", "ok", "w from ontap-iscsi:clusters.west.host"],
    ["west", "token", "ok", "[secret] from ontap-iscsi:clusters.west.token"],
  ]);
  expect(findings.find(({ cluster, subject }) => cluster === "east" && subject === "password")?.hint).toContain(
    "pulumi config set --secret --path ontap-iscsi:clusters.east.password",
  );
  expect(findings).toContainEqual(
    expect.objectContaining({ cluster: "west", subject: "reach", status: "unreachable" }),
  );
});

it("names what is missing where nothing is configured", async () => {
  const { code, findings } = await doctor();
  expect(code).toBe(1);
  expect(findings.at(-1)).toMatchObject({
    subject: "connection",
    status: "error",
    text: expect.stringContaining("no host is configured"),
    hint: expect.stringContaining("ONTAP_HOST"),
  });
});

it("names a key that does not exist once, with the one that was meant", async () => {
  const clusters = { value: JSON.stringify({ east: { host: "e" }, west: { host: "w" } }) };
  fakePulumi({ "ontap-iscsi:hots": { value: "cluster1" }, "ontap-iscsi:clusters": clusters });
  writeFileSync(join(folder, "Pulumi.yaml"), "name: test\nruntime: nodejs\n");
  const { code, findings } = await doctor();
  expect(code).toBe(1);
  expect(findings.filter(({ status }) => status === "error")).toEqual([
    expect.objectContaining({ text: expect.stringContaining("did you mean host?") }),
  ]);
});

it("prints for a terminal what needs attention first, with what to do below", async () => {
  await array.control("PUT", "/state", { licenses: [] });
  const { stdout } = await doctor(reachable(), "--format", "text");
  const lines = stdout.split("\n");
  expect(lines[0]).toMatch(/^error +licence +the cluster lists no licence for iSCSI$/);
  expect(lines[1]).toMatch(/^ +-> Without one/);
  expect(stdout).toMatch(/\n\nConnection\nok +reach +https:/);
  expect(lines.at(-2)).toMatch(/^1 error, 1 unknown, \d+ ok\.$/);
});

it.each([
  [["--format", "yaml"], "--format must be one of text, json"],
  [["--cwd", ""], "--cwd must not be empty"],
  [["--stck", "a"], "did you mean --stack?"],
])("takes %j for wrong usage", async (args, message) => {
  const { code, stderr } = await ontapIscsi(["doctor", ...args]);
  expect([code, stderr]).toEqual([64, expect.stringContaining(message)]);
});

describe("explicit providers", () => {
  const provider = (more: object = {}) =>
    providerOf("east", array.simulator, { caCertificate: array.simulator.caCertificate, ...more });
  const service = { id: SVM1, type: "pulumi-nodejs:dynamic/ontap-iscsi:IscsiService", outputs: { svm: {} } };
  const onlyExplicit = (east: ReturnType<typeof provider>) =>
    record(east, ...through(east, [{ ...service, urn: `urn:pulumi:dev::test::${service.type}::one` }]));

  it("are looked at like clusters, by their arguments", async () => {
    onlyExplicit(provider({ password: plaintext(array.password) }));
    writeFileSync(join(folder, "Pulumi.yaml"), "name: test\nruntime: yaml\n");
    const { status, findings, stdout } = await doctor();
    expect(status).toBe("ok");
    expect(stdout).not.toContain(array.password);
    expect(about(findings, "host")).toEqual({
      section: "configuration",
      cluster: null,
      provider: "east",
      subject: "host",
      status: "ok",
      text: `${array.url} from the provider's host`,
    });
    expect(about(findings, "password")?.text).toBe("[secret] from the provider's password");
    expect(
      findings.filter(({ section }) => section === "connection").map((one) => [one.provider, one.subject]),
    ).toEqual([
      ["east", "reach"],
      ["east", "TLS"],
      ["east", "login"],
    ]);
    const { stdout: text } = await ontapIscsi(["doctor", "--cwd", folder], {
      env: { PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}` },
    });
    expect(text).toMatch(/^ok +provider east: login +accepted, by user and password$/m);
  });

  it("whose login is rejected are errors, and the configuration is looked at where it is used, too", async () => {
    const east = provider({ password: plaintext("wrong") });
    record(east, { ...service, urn: `urn:pulumi:dev::test::${service.type}::one` });
    writeFileSync(join(folder, "Pulumi.yaml"), "name: test\nruntime: yaml\n");
    const { code, findings } = await doctor();
    expect(code).toBe(1);
    expect(findings.filter(({ status }) => status === "error").map((one) => [one.provider, one.subject])).toEqual([
      [undefined, "connection"],
      ["east", "login"],
    ]);
  });

  it("cannot be told where the state cannot be read", async () => {
    writeFileSync(join(folder, "state.json"), "no JSON");
    writeFileSync(join(folder, "Pulumi.yaml"), "name: test\nruntime: yaml\n");
    const { findings } = await doctor(reachable());
    expect(about(findings, "state")).toMatchObject({ status: "unknown", text: "the stack's export is not JSON" });
  });
});
