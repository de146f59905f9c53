import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** What a command took. */
export interface Usage {
  /** From its start to its end, in milliseconds. */
  readonly wallMs: number;
  /** Processor time, user and system, of the command and of every process that it started and waited for. */
  readonly cpuMs: number;
}

/** A command that has ended with 0. */
export interface MeasuredRun extends Usage {
  readonly stdout: string;
}

/** Runs the command that follows, and writes what it and its children took to file descriptor 3 (POSIX `times`). */
const SHELL = '"$@"; code=$?; times >&3; exit "$code"';

/**
 * Runs a command to its end and measures it. The engine waits for its language host and its providers, so their time is
 * in its own; a simulator that runs as a process of the caller is not.
 *
 * @throws Error with all that it printed unless it ends with 0.
 */
export async function measuredRun(
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<MeasuredRun> {
  const startedAt = performance.now();
  const child = spawn("sh", ["-c", SHELL, "sh", file, ...args], {
    ...options,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [, stdout, stderr, times] = child.stdio;
  if (stdout === null || stderr === null || !isReadable(times)) {
    throw new Error(`${file} cannot be measured: its output is no pipe`);
  }
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
  const [code, out, err, printed] = await Promise.all([ended, text(stdout), text(stderr), text(times)]);
  const wallMs = performance.now() - startedAt;
  if (code !== 0) {
    throw new Error(`${[file, ...args].join(" ")} ended with ${code}\n${out}${err}`);
  }
  return { stdout: out, wallMs, cpuMs: childrenMs(printed) };
}

/** Milliseconds of the children in what `times` prints: two lines such as `0m1.250s 0m0.040s`, the children's second. */
export function childrenMs(printed: string): number {
  const line = printed.trim().split("\n")[1] ?? "";
  const times = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  if (times.length !== 2) {
    throw new Error(`the shell's times cannot be read: ${JSON.stringify(printed)}`);
  }
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1_000, 0);
}

function isReadable(stream: unknown): stream is NodeJS.ReadableStream {
  return typeof stream === "object" && stream !== null && "read" in stream;
}
