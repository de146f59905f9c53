import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, startSimulator } from "../simulator";
import { pluginFolder } from "../test/engine/plugin";
import { createProject, type Project } from "../test/engine/project";
import type { Benchmark } from "../tools/bench/benchmark";

const OBJECTS = 500;
const PREVIEWS = 5;

const TYPESCRIPT = `import { IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";
const service = new IscsiService("service", { svm: { name: "svm1" } });
for (let n = 0; n < ${OBJECTS}; n += 1) {
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

const yaml = (plugin: string): string => `name: test-project
runtime: yaml
plugins: ${JSON.stringify({ providers: [{ name: "ontap-iscsi", path: plugin }] })}
resources:
  service:
    type: ontap-iscsi:IscsiService
    properties: { svm: { name: svm1 } }
${Array.from({ length: OBJECTS }, row).join("")}`;

/** Previews of unchanged resources: dynamic ones of a TypeScript program, and the same through the plugin in YAML. */
export const benchmark: Benchmark = {
  title: `Preview of ${OBJECTS} unchanged credentials (${PREVIEWS} of each, in alternation; types are not checked)`,
  async run(report) {
    const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-bench-"));
    const arrays = await Promise.all([startSimulator(), startSimulator()]);
    const projects: Project[] = [];
    try {
      for (const [index, program] of [
        typescriptIn(folder),
        { files: { "Pulumi.yaml": yaml(pluginFolder(folder)) } },
      ].entries()) {
        projects.push(await applied(arrays[index], program));
      }
      const times: number[][] = [[], []];
      for (let n = 0; n < PREVIEWS; n += 1) {
        for (const [index, project] of projects.entries()) {
          times[index]?.push(await timeOf(() => project.expect(["preview", "--expect-no-changes"])));
        }
      }
      const [dynamic = 0, ...others] = times.map(median);
      report({ program: "TypeScript, dynamic", medianMs: dynamic, toDynamic: 1 });
      for (const ms of others) {
        report({ program: "YAML, plugin", medianMs: ms, toDynamic: Number((ms / dynamic).toFixed(2)) });
      }
    } finally {
      for (const project of projects) {
        project.dispose();
      }
      await Promise.all(arrays.map((array) => array.close()));
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function typescriptIn(folder: string): { directory: string } {
  const directory = mkdtempSync(join(folder, "typescript-"));
  writeFileSync(join(directory, "index.ts"), TYPESCRIPT);
  return { directory };
}

async function applied(
  array: Simulator | undefined,
  program: { directory: string } | { files: Record<string, string> },
): Promise<Project> {
  if (array === undefined) {
    throw new Error("there is an array for each program");
  }
  const project = await createProject({
    program,
    languages: ["yaml"],
    config: {
      "ontap-iscsi:host": array.url,
      "ontap-iscsi:username": array.username,
      "ontap-iscsi:password": { secret: array.password },
    },
    env: { PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
  });
  await project.expect(["up", "--yes", "--skip-preview"]);
  return project;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return Math.round(performance.now() - startedAt);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
