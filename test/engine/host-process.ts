import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";

/** A process that serves a provider, as the engine starts it. */
export class HostProcess {
  /** What it has printed so far, its port included. */
  stdout = "";
  stderr = "";

  private constructor(private readonly child: ChildProcess) {
    // A test run that ends early must not leave the process behind.
    const kill = () => child.kill();
    process.once("exit", kill);
    child.once("close", () => process.off("exit", kill));
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
  }

  /**
   * @param command a script with its arguments
   * @param env over this process's environment
   */
  static async start(
    command: readonly string[],
    { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  ): Promise<HostProcess> {
    const child = spawn(process.execPath, command, {
      cwd,
      // jest's own switches end here.
      env: { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const host = new HostProcess(child);
    await host.started();
    return host;
  }

  /** The first line it prints. */
  get port(): number {
    return Number.parseInt(this.stdout, 10);
  }

  /** Resolves once the process has printed this, which can be after the reply to the call that printed it. */
  async printed(text: string, timeoutMs = 5_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!`${this.stdout}\n${this.stderr}`.includes(text)) {
      if (Date.now() > deadline) {
        throw new Error(`${JSON.stringify(text)} is not in:\n${this.stdout}${this.stderr}`);
      }
      await setTimeout(10);
    }
  }

  /** When this resolves, `stdout` and `stderr` are complete. */
  async stop(): Promise<void> {
    if (this.isEnded) {
      return;
    }
    this.child.kill();
    await once(this.child, "close");
  }

  get isEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** How it ended, once it has. */
  async ended(): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
    if (!this.isEnded) {
      await once(this.child, "close");
    }
    return { code: this.child.exitCode, signal: this.child.signalCode };
  }

  /** Nobody reads what it prints from now on, as where the process that started it is gone. */
  deafen(): void {
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
  }

  private async started(): Promise<void> {
    while (!this.stdout.includes("\n")) {
      if (this.isEnded) {
        throw new Error(`the provider's process ended before it served:\n${this.stdout}${this.stderr}`);
      }
      await Promise.race([once(this.child.stdout ?? this.child, "data"), once(this.child, "close")]);
    }
  }
}
