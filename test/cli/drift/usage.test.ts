import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environmentOf, ontapIscsi } from "../executable";
import { shellLine } from "../shell";
import { CREDENTIALS, DriftArray, recordedOn, SERVICES } from "./array";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-usage-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  [["--format", "yaml"], "--format must be one of text, json, markdown, junit, sarif"],
  [["--state", "a", "--stack", "b"], "--state replaces the stack"],
  [["--state", ""], "--state must not be empty"],
  [["--states", "a"], "there is no option --states; did you mean --state?"],
  [["--fail-on-unmanaged=some"], "--fail-on-unmanaged must be one of any, open"],
  [["--fail-on-unmanaged", "open"], 'unexpected argument "open"'],
  [["extra"], "extra"],
])("takes %j for wrong usage", async (args, message) => {
  const { code, stdout, stderr } = await ontapIscsi(["drift", ...args]);
  expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/^ontap-iscsi drift: [^\n]+ See ontap-iscsi drift --help\.\n$/);
});

it("shows every option", async () => {
  const { code, stdout } = await ontapIscsi(["drift", "--help"]);
  expect(code).toBe(0);
  for (const option of ["--stack", "--cwd", "--state", "--format", "--output"]) {
    expect(stdout).toContain(option);
  }
});

it.each([
  ["no JSON", "{", "is not JSON"],
  ["another file", "{}", "it has no deployment"],
  ["a version that nobody knows yet", { version: 99, deployment: {} }, "is of version 99"],
  ["resources that are not a list", { version: 3, deployment: { resources: {} } }, "is not a list"],
  ["a resource without an id", damaged({ id: undefined }), "has no id"],
  ["a resource without outputs", damaged({ outputs: undefined }), "has no outputs"],
  ["a secret that is not JSON", damaged({ outputs: secretly("hunter2 hunter2") }), "holds a secret that is not JSON"],
])("names what is wrong with a state file that holds %s", async (_what, content, message) => {
  const file = join(folder, "state.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const { code, stdout, stderr } = await ontapIscsi(["drift", "--state", file]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("hunter2");
});

/** A secret as a state holds it in plaintext. */
function secretly(plaintext: string): object {
  return {
    svm: { name: "svm1" },
    chap: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext },
  };
}

function damaged(change: object): object {
  return { version: 3, deployment: { resources: recordedOn().map((resource) => ({ ...resource, ...change })) } };
}

it("names a state file, a folder and a configuration that are missing", async () => {
  const [file, cwd] = await Promise.all([
    ontapIscsi(["drift", "--state", join(folder, "none.json")]),
    ontapIscsi(["drift", "--cwd", join(folder, "none")]),
  ]);
  const missing = join(folder, "none.json");
  expect(file).toMatchObject({ code: 1, stderr: `ontap-iscsi drift: could not read ${missing}: it does not exist\n` });
  expect(await ontapIscsi(["drift", "--state", folder])).toMatchObject({
    code: 1,
    stderr: `ontap-iscsi drift: could not read ${folder}: it is a folder\n`,
  });
  expect(cwd).toMatchObject({ code: 1, stderr: expect.stringContaining("does not exist") });
  writeFileSync(join(folder, "state.json"), JSON.stringify({ version: 3, deployment: { resources: recordedOn() } }));
  const host = await ontapIscsi(["drift", "--state", join(folder, "state.json")]);
  expect(host).toMatchObject({ code: 1, stderr: expect.stringContaining("no host is configured") });
});

it("names an id that is none, without asking the array", async () => {
  const array = await DriftArray.start();
  try {
    const [service = {}, row = {}] = recordedOn();
    for (const [resources, message] of [
      [[{ ...service, id: "svm1" }, row], 'the id "svm1" means: such an id has the form <svm.uuid>,'],
      [[service, { ...row, id: "svm1/a" }], 'the id "svm1/a" means: such an id has the form <svm.uuid>/<initiator>,'],
    ] as const) {
      array.record(resources);
      const { code, stderr, report, requests } = await array.compare();
      expect({ code, report, requests }).toEqual({ code: 1, report: undefined, requests: [] });
      expect(stderr).toContain(message);
    }
  } finally {
    await array.stop();
  }
});

it("finds the row of an EUI in whichever case the array answers it", async () => {
  const array = await DriftArray.start();
  try {
    const [upper, lower] = ["eui.0123456789ABCDEF", "eui.0123456789abcdef"];
    const [service = {}, row = {}] = recordedOn();
    const [svm] = [{ name: "svm1", uuid: Object(service).id }];
    await array.control("PUT", "/state", {
      svms: [svm],
      services: [{ svm }],
      credentials: [{ svm, initiator: lower, authentication_type: "none" }],
    });
    const outputs = { ...Object(row).outputs, initiator: upper };
    array.record([service, { ...row, id: `${svm?.uuid}/${upper}`, inputs: outputs, outputs }]);
    const { code, report, requests } = await array.compare();
    expect({ code, unmanaged: report?.unmanaged }).toEqual({ code: 0, unmanaged: [] });
    expect(requests).toEqual([`GET ${SERVICES}`, `GET ${CREDENTIALS}`]);
  } finally {
    await array.stop();
  }
});

it("says that nothing was compared where a stack holds none of our resources, which --fail-on-empty does not accept", async () => {
  const file = join(folder, "state.json");
  writeFileSync(file, JSON.stringify({ version: 3, deployment: { manifest: {} } }));
  const told = `Nothing was compared: ${file} has no managed object of this package.`;
  expect(await ontapIscsi(["drift", "--state", file])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(told),
  });
  const strict = await ontapIscsi(["drift", "--state", file, "--fail-on-empty", "--format", "json"]);
  expect([strict.code, JSON.parse(strict.stdout)]).toMatchObject([
    3,
    { status: "unknown", objects: [], causes: [{ reason: "there is nothing to compare", objects: 0 }] },
  ]);
});

it("passes over what a program only reads, and what a replacement left behind", async () => {
  const array = await DriftArray.start();
  try {
    const [service = {}, ...credentials] = recordedOn();
    array.record([
      service,
      ...credentials.map((one, at) => ({ ...one, ...[{ external: true }, { delete: true }][at] })),
    ]);
    const { report } = await array.compare();
    expect(report?.objects).toHaveLength(2);
    expect(report?.unmanaged).toEqual([]);
  } finally {
    await array.stop();
  }
});

it("writes the report as a whole to a file, and prints nothing", async () => {
  const array = await DriftArray.start();
  try {
    const out = join(folder, "report.json");
    const args = ["drift", "--state", array.stateFile, "--format", "json", "--output", out];
    const result = await ontapIscsi(args, { env: environmentOf(array) });
    expect(result).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ status: "clean" });
    expect(readdirSync(folder)).toEqual(["report.json"]);
    const pipe = join(folder, "pipe");
    await shellLine("mkfifo pipe", { cwd: folder, env: process.env });
    const [piped] = await Promise.all([
      readFile(pipe, "utf8"),
      ontapIscsi([...args.slice(0, -1), pipe], { env: environmentOf(array) }),
    ]);
    expect(JSON.parse(piped)).toMatchObject({ status: "clean" });
    const lost = await ontapIscsi([...args.slice(0, -1), join(folder, "no/where")], {
      env: environmentOf(array),
    });
    const nowhere = join(folder, "no");
    expect(lost).toMatchObject({
      code: 1,
      stderr: `ontap-iscsi drift: could not write ${nowhere}/where: the folder ${nowhere} does not exist\n`,
    });
  } finally {
    await array.stop();
  }
});
