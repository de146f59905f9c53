import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator } from "../../simulator";
import { TestArray } from "../../test/array";
import { pluginFolder } from "../../test/engine/plugin";
import { createProject, type Project, STACK } from "../../test/engine/project";
import type { Front } from "../../test/provider/provider-harness";
import type { ArrayState } from "./array-state";
import { fileOf, languagesOf, sourceOf } from "./engine-program";
import type { Program } from "./program";

/** A command of the engine that is under way. */
export interface EngineRun {
  readonly process: ChildProcess;
  readonly ended: Promise<EngineEnd>;
}

/** How a command of the engine ended. */
export interface EngineEnd {
  /** Exit code; undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly text: string;
}

/** What the engine has recorded of a stack. */
export interface Recorded {
  readonly resources: ReadonlyArray<{
    readonly type: string;
    readonly urn: string;
    readonly id?: string;
    readonly inputs?: unknown;
    readonly outputs?: unknown;
  }>;
  /** Operations of which it does not know what became. */
  readonly pending: number;
}

/** Where the provider's script is found in a process's arguments. */
const PROVIDER = /dynamic-provider|pulumi-resource-ontap-iscsi/;

/** A stack on the real engine with an array of its own, which can be set back to what it was. */
export class EngineStack {
  private constructor(
    readonly front: Front,
    readonly array: TestArray,
    private readonly project: Project,
    private readonly folder: string,
  ) {}

  static async start(front: Front): Promise<EngineStack> {
    const array = new TestArray(await startSimulator());
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "ontap-iscsi-proven-")));
    mkdirSync(join(folder, "processes"));
    mkdirSync(join(folder, "kept"));
    pluginFolder(folder);
    const project = await createProject({
      program: sourceOf(front, [], folder),
      languages: languagesOf(front),
      config: {
        "ontap-iscsi:host": array.url,
        "ontap-iscsi:username": array.username,
        "ontap-iscsi:password": { secret: array.password },
        "ontap-iscsi:timeoutMs": "5000",
      },
      env: { PROOF_PROCESSES: join(folder, "processes") },
    });
    const { NODE_OPTIONS = "" } = project.env;
    project.env.NODE_OPTIONS = `${NODE_OPTIONS} --require ${JSON.stringify(join(__dirname, "note-process.js"))}`;
    return new EngineStack(front, array, project, folder);
  }

  async stop(): Promise<void> {
    this.endProviders();
    this.project.dispose();
    rmSync(this.folder, { recursive: true, force: true });
    await this.array.close();
  }

  setProgram(program: Program): void {
    const { text, file } = fileOf(this.front, program, this.folder);
    this.project.setProgram(text, file);
  }

  /** Keeps what is recorded under a name. */
  keep(name: string): void {
    cpSync(this.#backend, join(this.folder, "kept", name), { recursive: true });
  }

  /** Makes the stack and the array what they were; without faults and without a log. */
  async setBack(name: string, array: ArrayState): Promise<void> {
    rmSync(this.#backend, { recursive: true, force: true });
    cpSync(join(this.folder, "kept", name), this.#backend, { recursive: true });
    await this.array.control("DELETE", "/faults");
    await this.array.control("PUT", "/state", array);
    await this.array.control("DELETE", "/requests");
  }

  /** Begins `pulumi` with these arguments. */
  begin(args: readonly string[]): EngineRun {
    const child = spawn("pulumi", ["--non-interactive", ...args], {
      cwd: this.project.folder,
      env: this.project.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (more: string) => {
        text += more;
      });
    }
    const ended = once(child, "close").then(() => ({ code: child.exitCode ?? undefined, text }));
    return { process: child, ended };
  }

  run(args: readonly string[]): Promise<EngineEnd> {
    return this.begin(args).ended;
  }

  up(): Promise<EngineEnd> {
    return this.run(UP);
  }

  /** Kills every provider process of this stack that is there. */
  endProviders(): void {
    const folder = join(this.folder, "processes");
    for (const number of readdirSync(folder)) {
      const file = join(folder, number);
      if (PROVIDER.test(readFileSync(file, "utf8"))) {
        kill(Number(number));
      }
      rmSync(file);
    }
  }

  /**
   * Removes what the engine's backend of files had only begun to write when it was killed: attributes of the state
   * without content, on which every later command ends with `failed to load checkpoint: EOF`. True where there were such.
   */
  removeCutAttributes(): boolean {
    const file = `${this.stateFile}.attrs`;
    const isCut = existsSync(file) && statSync(file).size === 0;
    if (isCut) {
      rmSync(file);
    }
    return isCut;
  }

  /** What the engine saved last. */
  recorded(): Recorded {
    const { checkpoint } = JSON.parse(readFileSync(this.stateFile, "utf8"));
    const { resources = [], pending_operations: pending = [] } = checkpoint.latest ?? {};
    return { resources, pending: pending.length };
  }

  /** Where the engine's backend of files keeps the state. */
  get stateFile(): string {
    return join(this.#backend, ".pulumi", "stacks", "test-project", `${STACK}.json`);
  }

  get #backend(): string {
    return join(this.project.root, "backend");
  }
}

/** `pulumi up` without its preview. */
export const UP = ["up", "--yes", "--skip-preview"] as const;

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}
