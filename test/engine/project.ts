import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Language, realEngine } from "./environment";
import { layOut, type Program } from "./layout";
import { type EngineReport, parseReport } from "./report";
import { type RunResult, run } from "./run";

/** The one stack of every test project. */
export const STACK = "dev";

/** By key, `namespace:name`, or a name alone for the project's own namespace. */
export type ProjectConfig = Record<string, string | { secret: string }>;

export interface ProjectOptions {
  program: Program;
  /** The languages of the program, besides Node.js; the test fails by name where one cannot be had. */
  languages?: readonly Language[];
  config?: ProjectConfig;
  /** Default `test-project`. */
  name?: string;
  /** Over the process's environment, for every command. */
  env?: NodeJS.ProcessEnv;
}

/** What `pulumi stack export` prints, as far as tests look into it. */
export interface ExportedState {
  deployment: { resources?: ExportedResource[] };
}

export interface ExportedResource {
  urn: string;
  type: string;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

/** A command's result; with `--json` among its arguments, `report` is what the engine printed. */
export interface CommandResult extends RunResult {
  /** Standard output and error together, for matching messages wherever the engine printed them. */
  text: string;
  /** @throws when the command printed no JSON. */
  report(): EngineReport;
}

/** A Pulumi project of its own, outside the checkout, with its own backend, stack and PULUMI_HOME. */
export class Project {
  private constructor(
    /** Holds everything of this project; removed by `dispose`. */
    readonly root: string,
    /** The project folder, where commands run. */
    readonly folder: string,
    /** The environment in which `pulumi` is the engine and the stack's backend a folder. */
    readonly env: NodeJS.ProcessEnv,
  ) {}

  static async create({
    program,
    languages = [],
    config = {},
    name = "test-project",
    env = {},
  }: ProjectOptions): Promise<Project> {
    const engine = await realEngine(languages);
    // The real path, since the engine resolves the project folder and Node.js its modules by it.
    const root = realpathSync(mkdtempSync(join(tmpdir(), "ontap-iscsi-test-")));
    const folder = join(root, "project");
    mkdirSync(join(root, "backend"));
    const project = new Project(root, folder, {
      ...engine,
      PULUMI_HOME: join(root, "home"),
      PULUMI_BACKEND_URL: `file://${join(root, "backend")}`,
      PULUMI_CONFIG_PASSPHRASE: "correct horse battery staple",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      // A test's own engine options would leak in by these.
      PULUMI_STACK: undefined,
      PULUMI_CONFIG: undefined,
      // jest's own switches end here.
      NODE_ENV: undefined,
      NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, "plain-errors.js"))}`,
      ...env,
    });
    layOut(folder, name, program);
    await project.expect(["stack", "init", STACK]);
    await project.setConfig(config);
    return project;
  }

  /** Runs `pulumi` with these arguments, whatever it ends with. */
  async run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
    const options = { cwd: this.folder, env: { ...this.env, ...env } };
    const result = await run("pulumi", ["--non-interactive", ...args], options);
    return {
      ...result,
      text: `${result.stdout}${result.stderr}`,
      report: () => parseReport(result),
    };
  }

  /** Runs `pulumi` and throws with all it printed unless it ends with 0. */
  async expect(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<CommandResult> {
    const result = await this.run(args, env);
    if (result.code === 0) {
      return result;
    }
    throw new Error(`pulumi ${args.join(" ")} ended with ${result.code}\n${result.text}`);
  }

  preview(args: readonly string[] = [], env?: NodeJS.ProcessEnv): Promise<CommandResult> {
    return this.run(["preview", ...args], env);
  }

  /** Without its own preview; `this.preview()` shows that. */
  up(args: readonly string[] = [], env?: NodeJS.ProcessEnv): Promise<CommandResult> {
    return this.run(["up", "--yes", "--skip-preview", ...args], env);
  }

  refresh(args: readonly string[] = [], env?: NodeJS.ProcessEnv): Promise<CommandResult> {
    const confirm = args.includes("--preview-only") ? [] : ["--yes", "--skip-preview"];
    return this.run(["refresh", ...confirm, ...args], env);
  }

  destroy(args: readonly string[] = [], env?: NodeJS.ProcessEnv): Promise<CommandResult> {
    return this.run(["destroy", "--yes", "--skip-preview", ...args], env);
  }

  /** The stack's state; secrets stay encrypted unless asked for. */
  async exportState({ showSecrets = false } = {}): Promise<ExportedState> {
    const { stdout } = await this.expect(["stack", "export", ...(showSecrets ? ["--show-secrets"] : [])]);
    return JSON.parse(stdout);
  }

  /** The stack's outputs; secrets in clear. */
  async outputs(): Promise<Record<string, unknown>> {
    const { stdout } = await this.expect(["stack", "output", "--json", "--show-secrets"]);
    return JSON.parse(stdout);
  }

  /** Replaces `index.js`, or another file of the program. */
  setProgram(source: string, file = "index.js"): void {
    writeFileSync(join(this.folder, file), source);
  }

  /** Adds to the stack's configuration; one command, and none for an empty one. */
  async setConfig(config: ProjectConfig): Promise<void> {
    const pairs = Object.entries(config).flatMap(([key, value]) =>
      typeof value === "string" ? ["--plaintext", `${key}=${value}`] : ["--secret", `${key}=${value.secret}`],
    );
    if (pairs.length > 0) {
      await this.expect(["config", "set-all", ...pairs]);
    }
  }

  /** Removes all of it. The stack needs no destroy first: its objects live in the test's own simulator. */
  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** @see Project.create */
export function createProject(options: ProjectOptions): Promise<Project> {
  return Project.create(options);
}
