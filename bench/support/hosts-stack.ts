import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProject, type ExportedResource, type Project } from "../../test/engine/project";
import { type MeasuredRun, measuredRun } from "../../tools/bench/measured-process";
import type { ArrayProcess } from "./array-process";
import { multiplied } from "./numbered";

/** Services of a stack; its hosts are spread over their SVMs. */
export const SERVICES = 50;

/** Our classes, or those of the floor. */
export const PACKAGES = { ours: "pulumi-ontap-iscsi", floor: "ontap-iscsi-floor" } as const;
export type Side = keyof typeof PACKAGES;

/** What the figures of these stacks are measured against. */
export const FLOOR_TITLE = "the engine with resources of the same names and properties whose provider does nothing";

const program = (side: Side): string => `const pulumi = require("@pulumi/pulumi");
const { IscsiService, IscsiCredentials } = require("${PACKAGES[side]}");
const numbers = (count) => Array.from({ length: Number(count) }, (_, n) => n);
const services = numbers(process.env.BENCH_SERVICES).map(
  (n) => new IscsiService(\`svm-\${n}\`, { svm: { name: \`svm-\${n}\` } }),
);
for (const n of numbers(process.env.BENCH_HOSTS)) {
  new IscsiCredentials(\`host-\${n}\`, {
    svm: services[n % services.length].svm,
    initiator: \`iqn.1998-01.com.example:host-\${n}\`,
    authenticationType: "chap",
    chap: { inbound: { user: \`user-\${n}\`, password: pulumi.secret(\`chap-pw-of-\${n}\`) } },
  });
}
`;

/** A stack of services and CHAP hosts on the real engine, and the state that `up` leaves of any number of them. */
export class HostsStack {
  private constructor(
    readonly side: Side,
    private readonly project: Project,
    /** What `up` recorded of one service and one host. */
    readonly recorded: readonly ExportedResource[],
  ) {}

  /** The array must have the SVM of the first service, and gets that service and the first host of it. */
  static async create(side: Side, array: ArrayProcess): Promise<HostsStack> {
    const project = await createProject({ program: program(side), config: array.config });
    symlinkSync(join(__dirname, "floor"), join(project.folder, "node_modules", PACKAGES.floor));
    await project.expect(["up", "--yes", "--skip-preview"], { BENCH_SERVICES: "1", BENCH_HOSTS: "1" });
    const { deployment } = await project.exportState({ showSecrets: true });
    return new HostsStack(side, project, deployment.resources ?? []);
  }

  /** Gives the stack the state that `up` leaves of all services and so many hosts, or that of no resource. */
  async hold(hosts: number | "none"): Promise<void> {
    const { stdout } = await this.project.expect(["stack", "export"]);
    const resources = hosts === "none" ? [] : multiplied(this.recorded, SERVICES, hosts);
    const exported = JSON.parse(stdout);
    const file = join(this.project.root, "state.json");
    writeFileSync(file, JSON.stringify({ ...exported, deployment: { ...exported.deployment, resources } }));
    await this.project.expect(["stack", "import", "--force", "--file", file]);
  }

  /**
   * Runs `pulumi` for a program of so many hosts. Throws unless it ends with 0.
   *
   * @param nodeOptions for every process of Node.js that it starts
   */
  run(args: readonly string[], hosts: number, nodeOptions = ""): Promise<MeasuredRun> {
    const { folder, env } = this.project;
    return measuredRun("pulumi", ["--non-interactive", ...args], {
      cwd: folder,
      env: {
        ...env,
        NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} ${nodeOptions}`,
        BENCH_SERVICES: String(SERVICES),
        BENCH_HOSTS: String(hosts),
      },
    });
  }

  dispose(): void {
    this.project.dispose();
  }
}
