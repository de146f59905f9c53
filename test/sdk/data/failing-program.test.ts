import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProject, type Project } from "../../engine/project";

/** Thirty calls of each form in one exported map. */
const program = (form: string) => `
const ontap = require("pulumi-ontap-iscsi");
exports.all = Object.fromEntries(
  Array.from({ length: 30 }, (_, number) => {
    const args = { svm: { name: "svm" + number } };
    return ["svm" + number, ${form}];
  }),
);
`;

const CLOSED = "https://127.0.0.1:9";
const NO_HOST =
  "Could not reach the array: no host is configured. Set ontap-iscsi:host (pulumi config set), or ONTAP_HOST.";
const UNREACHABLE = `Could not reach the array at ${CLOSED} (ontap-iscsi:host): no answer (ECONNREFUSED). Check the host and the network path to it.`;

interface Usage {
  memory: number;
  time: number;
}

let project: Project;
beforeAll(async () => {
  project = await createProject({ program: "" });
  await project.setConfig({ "ontap-iscsi:username": "admin", "ontap-iscsi:password": { secret: "correct-horse" } });
  // Every Node.js process says what it took, in KB and in microseconds of the processor; nothing else is changed of it.
  writeFileSync(
    join(project.root, "measure.js"),
    `process.on("exit", () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      const line = JSON.stringify({ memory: maxRSS, time: userCPUTime + systemCPUTime });
      require("node:fs").appendFileSync(${JSON.stringify(join(project.root, "usage"))}, line + "\\n");
    });`,
  );
});
afterAll(() => project?.dispose());

describe("a program whose data functions all fail", () => {
  it.each([
    ["as promises, without a host", "ontap.getIscsiSessions(args)", undefined, NO_HOST],
    ["as outputs, without a host", "ontap.getIscsiSessionsOutput(args)", undefined, NO_HOST],
    ["as promises, with a closed port", "ontap.countIscsiSessions(args)", CLOSED, UNREACHABLE],
    ["as outputs, with a closed port", "ontap.getIscsiServiceOutput(args)", CLOSED, UNREACHABLE],
  ])("%s, ends with one message in 10 s and 300 MB", async (_title, form, host, message) => {
    project.setProgram(program(form));
    await project.setConfig(host === undefined ? {} : { "ontap-iscsi:host": host });
    writeFileSync(join(project.root, "usage"), "");
    const preview = await project.preview([], { NODE_OPTIONS: `--require ${join(project.root, "measure.js")}` });
    expect(preview.code).not.toBe(0);
    const [, diagnostics = ""] = preview.text.split("Diagnostics:");
    const lines = diagnostics
      .split("Resources:", 1)[0]
      ?.trim()
      .split("\n")
      .map((line) => line.trim());
    expect(lines).toEqual(["pulumi:pulumi:Stack (test-project-dev):", `error: ${message}`]);
    const usage: Usage[] = readFileSync(join(project.root, "usage"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(Math.max(...usage.map(({ memory }) => memory))).toBeLessThan(300_000);
    expect(Math.max(...usage.map(({ time }) => time))).toBeLessThan(10_000_000);
  });
});
