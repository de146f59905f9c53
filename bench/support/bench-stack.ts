import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProject, type ExportedResource, type Project } from "../../test/engine/project";
import { type MeasuredRun, measuredRun } from "../../tools/bench/measured-process";
import type { Reporting } from "../../tools/bench/node-usage";
import type { ArrayProcess } from "./array-process";
import { multiplied } from "./numbered";
import type { Side } from "./program";

/** How many of each a program declares. */
export interface Counts {
  readonly services: number;
  readonly hosts: number;
}

/** A stack on the real engine, and the state that `up` leaves of any number of services and hosts. */
export class BenchStack {
  private constructor(
    readonly project: Project,
    /** What `up` left of one service and one host, secrets in plaintext. */
    private readonly exported: { readonly deployment: { readonly resources?: ExportedResource[] } },
  ) {}

  /** Brings up one service and one host of it; the array must have the first SVM. */
  static async create(array: ArrayProcess, program: (side: Side) => string, side: Side): Promise<BenchStack> {
    const project = await createProject({ program: program(side), config: array.config });
    try {
      symlinkSync(join(__dirname, "floor"), join(project.folder, "node_modules", "ontap-iscsi-floor"));
      await project.expect(["up", "--yes", "--skip-preview"], environment({ services: 1, hosts: 1 }));
      return new BenchStack(project, await project.exportState({ showSecrets: true }));
    } catch (error) {
      project.dispose();
      throw error;
    }
  }

  get recorded(): readonly ExportedResource[] {
    return this.exported.deployment.resources ?? [];
  }

  /** Writes the state that `up` leaves, or that of no resource, to a file as `pulumi stack export` does. */
  writeState(counts: Counts | "none"): string {
    const resources = counts === "none" ? [] : multiplied(this.recorded, counts);
    const file = join(this.project.root, "state.json");
    writeFileSync(file, JSON.stringify({ ...this.exported, deployment: { ...this.exported.deployment, resources } }));
    return file;
  }

  /** Gives the stack that state. */
  async hold(counts: Counts | "none"): Promise<void> {
    await this.project.expect(["stack", "import", "--force", "--file", this.writeState(counts)]);
  }

  /** Runs `pulumi`. Throws unless it ends with 0. */
  run(
    args: readonly string[],
    counts: Counts,
    { nodeOptions = "", env: extra }: Partial<Reporting> = {},
  ): Promise<MeasuredRun> {
    const { folder, env } = this.project;
    return measuredRun("pulumi", ["--non-interactive", ...args], {
      cwd: folder,
      env: { ...env, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} ${nodeOptions}`, ...environment(counts), ...extra },
    });
  }

  dispose(): void {
    this.project.dispose();
  }
}

function environment({ services, hosts }: Counts): NodeJS.ProcessEnv {
  return { BENCH_SERVICES: String(services), BENCH_HOSTS: String(hosts) };
}
