import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProject, type Project } from "../engine/project";

/** Thirty of a form in one exported map. */
const program = (form: string) => `
const pulumi = require("@pulumi/pulumi");
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
const NO_IMPORT =
  'IscsiService "x": the option import does not work for dynamic resources; set adopt: true to adopt what exists, use ontap-iscsi import, or give the resource a Provider';
const IMPORT = 'new ontap.IscsiService("x", args, { import: "uuid" })';
const UNREACHABLE = `Could not reach the array at ${CLOSED} (ontap-iscsi:host): no response (ECONNREFUSED). Check the host and the network path to it.`;

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

/** What a preview of the program says below the stack, and what its processes took at most. */
async function failing(form: string, host?: string): Promise<{ lines: readonly string[]; usage: Usage }> {
  project.setProgram(program(form));
  await project.setConfig(host === undefined ? {} : { "ontap-iscsi:host": host });
  writeFileSync(join(project.root, "usage"), "");
  const preview = await project.preview([], { NODE_OPTIONS: `--require ${join(project.root, "measure.js")}` });
  expect(preview.code).not.toBe(0);
  const [, diagnostics = ""] = preview.text.split("Diagnostics:\n");
  const [, ...lines] = (diagnostics.split("\nResources:", 1)[0] ?? "").trim().split("\n");
  const usages: Usage[] = readFileSync(join(project.root, "usage"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return {
    lines: lines.map((line) => line.trim()),
    usage: {
      memory: Math.max(...usages.map(({ memory }) => memory)),
      time: Math.max(...usages.map(({ time }) => time)),
    },
  };
}

function expectLittle({ memory, time }: Usage): void {
  expect(memory).toBeLessThan(300_000);
  expect(time).toBeLessThan(10_000_000);
}

describe("a program that fails", () => {
  it.each([
    ["by data functions as promises, without a host", "ontap.getIscsiSessions(args)", undefined, NO_HOST],
    ["by data functions as outputs, without a host", "ontap.getIscsiSessionsOutput(args)", undefined, NO_HOST],
    ["by data functions as promises, with a closed port", "ontap.countIscsiSessions(args)", CLOSED, UNREACHABLE],
    ["by data functions as outputs, with a closed port", "ontap.getIscsiServiceOutput(args)", CLOSED, UNREACHABLE],
    ["by the option import", IMPORT, CLOSED, NO_IMPORT],
  ])("%s, ends with one message in 10 s and 300 MB", async (_title, form, host, message) => {
    const { lines, usage } = await failing(form, host);
    expect(lines).toEqual([`error: ${message}`]);
    expectLittle(usage);
  });

  it("by the option import within apply, ends with one message too, beside what Node.js warns of", async () => {
    const { lines, usage } = await failing(`number > 0 ? number : pulumi.output(1).apply(() => ${IMPORT})`, CLOSED);
    expect(lines.filter((line) => line !== "" && !/PromiseRejectionHandled|--trace-warnings/.test(line))).toEqual([
      `error: ${NO_IMPORT}`,
    ]);
    expectLittle(usage);
  });
});
