import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { TestArray } from "../array";
import { createProject, type Project, type ProjectConfig } from "../engine/project";

/** A simulated array and a project on the real engine that is configured for it. */
export class EndToEndHarness extends TestArray {
  private constructor(
    array: Simulator,
    readonly project: Project,
  ) {
    super(array);
  }

  static async start(
    program: string,
    { config, ...simulated }: Pick<SimulatorOptions, "fixture" | "iscsiPort"> & { config?: ProjectConfig } = {},
  ): Promise<EndToEndHarness> {
    const array = await startSimulator(simulated);
    const project = await createProject({
      program: withImports(program),
      config: {
        "ontap-iscsi:host": array.url,
        "ontap-iscsi:username": array.username,
        "ontap-iscsi:password": { secret: array.password },
        ...config,
      },
    });
    return new EndToEndHarness(array, project);
  }

  setProgram(program: string): void {
    this.project.setProgram(withImports(program));
  }

  async stop(): Promise<void> {
    this.project.dispose();
    await this.close();
  }
}

function withImports(program: string): string {
  return `const pulumi = require("@pulumi/pulumi");
const { IscsiService, IscsiCredentials, IscsiCredentialsTable } = require("pulumi-ontap-iscsi");
${program}`;
}
