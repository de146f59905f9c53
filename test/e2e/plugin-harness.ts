import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { TestArray } from "../array";
import type { Language } from "../engine/environment";
import { pluginFolder } from "../engine/plugin";
import { createProject, type Project, type ProjectConfig } from "../engine/project";

/** A program that uses the plugin. */
interface PluginProgram {
  readonly language: Language;
  /** The file that `setProgram` replaces; Pulumi.yaml for YAML. */
  readonly file: string;
  readonly source: string;
}

interface PluginHarnessOptions {
  readonly fixture?: NonNullable<SimulatorOptions["fixture"]>;
  readonly config?: ProjectConfig;
  /** Over the process's environment, for every command. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A simulated array, and a project in another language on the real engine that reaches it through the plugin. */
export class PluginHarness extends TestArray {
  private constructor(
    array: Simulator,
    readonly project: Project,
    readonly root: string,
    private readonly program: PluginProgram,
  ) {
    super(array);
  }

  /** With a YAML program: `resources`, `variables` and `outputs`, what goes before them is added. */
  static startYaml(source: string, options: PluginHarnessOptions = {}): Promise<PluginHarness> {
    return PluginHarness.start({ language: "yaml", file: "Pulumi.yaml", source }, options);
  }

  static async start(program: PluginProgram, options: PluginHarnessOptions = {}): Promise<PluginHarness> {
    const root = mkdtempSync(join(tmpdir(), "ontap-iscsi-plugin-"));
    pluginFolder(root);
    const array = await startSimulator(options.fixture === undefined ? {} : { fixture: options.fixture });
    const project = await createProject({
      program: {
        files: { "Pulumi.yaml": header(program, root), [program.file]: fileOf(program, root, program.source) },
      },
      languages: [program.language],
      config: {
        "ontap-iscsi:host": array.url,
        "ontap-iscsi:username": array.username,
        "ontap-iscsi:password": { secret: array.password },
        ...options.config,
      },
      ...(options.env && { env: options.env }),
    });
    return new PluginHarness(array, project, root, program);
  }

  setProgram(source: string): void {
    this.project.setProgram(fileOf(this.program, this.root, source), this.program.file);
  }

  async stop(): Promise<void> {
    this.project.dispose();
    rmSync(this.root, { recursive: true, force: true });
    await this.close();
  }
}

function fileOf(program: PluginProgram, root: string, source: string): string {
  return program.language === "yaml" ? `${header(program, root)}${source}` : source;
}

function header({ language }: PluginProgram, root: string): string {
  // JSON is YAML too.
  return `name: test-project
runtime: ${language}
plugins: ${JSON.stringify({ providers: [{ name: "ontap-iscsi", path: join(root, "plugin") }] })}
`;
}
