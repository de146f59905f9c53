import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Program } from "../test/engine/layout";
import { pluginFolder } from "../test/engine/plugin";
import { createProject, type Project } from "../test/engine/project";
import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import { type MeasuredRun, measuredRun } from "../tools/bench/measured-process";
import { comparedRow } from "../tools/bench/row";
import { ArrayProcess } from "./support/array-process";

const typescript = (objects: number): string => `import { IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";
const service = new IscsiService("service", { svm: { name: "svm1" } });
for (let n = 0; n < ${objects}; n += 1) {
  const initiator = \`iqn.1998-01.com.example:host\${n}\`;
  new IscsiCredentials(\`host\${n}\`, { svm: service.svm, initiator, authenticationType: "none" });
}
`;

const row = (_: unknown, n: number): string => `  host${n}:
    type: ontap-iscsi:IscsiCredentials
    properties:
      svm: \${service.svm}
      initiator: iqn.1998-01.com.example:host${n}
      authenticationType: none
`;

const yaml = (objects: number, plugin: string): string => `name: test-project
runtime: yaml
plugins: ${JSON.stringify({ providers: [{ name: "ontap-iscsi", path: plugin }] })}
resources:
  service:
    type: ontap-iscsi:IscsiService
    properties: { svm: { name: svm1 } }
${Array.from({ length: objects }, row).join("")}`;

/** Previews of unchanged resources through the plugin, and of the same ones as dynamic resources. */
export const benchmark: Benchmark = {
  title: "pulumi preview of unchanged credentials in YAML, through the plugin",
  against: "the same as dynamic resources in TypeScript (types are not checked)",
  async run(report, { rounds, sizes = [500] }) {
    for (const objects of sizes) {
      const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-bench-"));
      const arrays = [await ArrayProcess.start(), await ArrayProcess.start()] as const;
      const projects: Project[] = [];
      try {
        const applied = async (array: ArrayProcess, program: Program): Promise<() => Promise<MeasuredRun>> => {
          const project = await projectOf(array, program);
          projects.push(project);
          await project.expect(["up", "--yes", "--skip-preview"]);
          return () => preview(project);
        };
        const { plugin, dynamic } = await alternate(rounds, {
          plugin: await applied(arrays[0], { files: { "Pulumi.yaml": yaml(objects, pluginFolder(folder)) } }),
          dynamic: await applied(arrays[1], { directory: typescriptIn(folder, objects) }),
        });
        report(comparedRow(`${objects.toLocaleString("en")} credentials`, plugin, dynamic));
      } finally {
        for (const project of projects) {
          project.dispose();
        }
        await Promise.all(arrays.map((array) => array.stop()));
        rmSync(folder, { recursive: true, force: true });
      }
    }
  },
};

function typescriptIn(folder: string, objects: number): string {
  const directory = mkdtempSync(join(folder, "typescript-"));
  writeFileSync(join(directory, "index.ts"), typescript(objects));
  return directory;
}

function projectOf(array: ArrayProcess, program: Program): Promise<Project> {
  return createProject({
    program,
    languages: ["yaml"],
    config: array.config,
    env: { PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
  });
}

function preview({ folder: cwd, env }: Project): Promise<MeasuredRun> {
  return measuredRun("pulumi", ["--non-interactive", "preview", "--expect-no-changes"], { cwd, env });
}
