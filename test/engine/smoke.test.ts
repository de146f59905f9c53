import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectExit } from "../expect-exit";
import { createProject, type Project } from "./project";
import { stepOf } from "./report";

/** A dynamic provider of a few lines, so that what fails here is the harness or the engine. */
const program = (greeting: string) => `
const pulumi = require("@pulumi/pulumi");
class Greeting extends pulumi.dynamic.Resource {
  constructor(name, args) {
    super({ create: async (inputs) => ({ id: "greeting-1", outs: inputs }) }, name, args, undefined, "smoke", "Greeting");
  }
}
const config = new pulumi.Config();
const greeting = new Greeting("hello", { text: ${JSON.stringify(greeting)}, to: config.requireSecret("to") });
exports.text = greeting.text;
exports.at = config.get("at");
`;

describe("a project on the real engine", () => {
  let project: Project;
  beforeAll(async () => {
    project = await createProject({ program: program("hi"), config: { to: { secret: "world" }, at: "dawn" } });
  });
  afterAll(() => project?.dispose());

  it("previews, creates and destroys", async () => {
    const preview = await project.preview(["--json"]);
    expectExit(preview, 0);
    expect(stepOf(preview.report(), "hello").op).toBe("create");

    expect(await project.up()).toMatchObject({ code: 0, stdout: expect.stringContaining("2 created") });
    expect(await project.outputs()).toEqual({ text: "hi", at: "dawn" });
    const { deployment } = await project.exportState();
    const created = deployment.resources?.find(({ type }) => type === "pulumi-nodejs:dynamic/smoke:Greeting");
    expect(created).toMatchObject({ id: "greeting-1", outputs: { text: "hi" } });
    expect(JSON.stringify(deployment)).not.toContain("world");

    project.setProgram("throw new Error('this program is broken');");
    expect(await project.preview()).toMatchObject({ code: 1, text: expect.stringContaining("this program is broken") });

    expect(await project.destroy()).toMatchObject({ code: 0, stdout: expect.stringContaining("2 deleted") });
  });
});

describe("a folder as a project", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-program-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("runs as TypeScript, under the name and with the files it brings", async () => {
    writeFileSync(join(folder, "Pulumi.yaml"), "name: an-example\nruntime: nodejs\n");
    mkdirSync(join(folder, "lib"));
    writeFileSync(join(folder, "lib", "answer.ts"), "export const answer: number = 42;\n");
    writeFileSync(
      join(folder, "index.ts"),
      `import * as pulumi from "@pulumi/pulumi";
import { answer } from "./lib/answer";
export const found: pulumi.Output<string> = pulumi.output(answer).apply((value) => pulumi.getProject() + " " + value);
`,
    );
    const project = await createProject({ program: { directory: folder } });
    try {
      expectExit(await project.up(), 0);
      expect(await project.outputs()).toEqual({ found: "an-example 42" });
    } finally {
      project.dispose();
    }
  });
});
