import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PRELOAD = join(__dirname, "report-usage.js");

/** What a process of Node.js took, as it reported itself. */
export interface NodeUsage {
  /** The script that it ran; empty for `node -e`. */
  readonly script: string;
  /** Processor time, user and system, in milliseconds; finer than what the shell counts. */
  readonly cpuMs: number;
  /** Largest resident set, in megabytes. */
  readonly rssMb: number;
}

/** Options of Node.js by which a process and its children report what they took, and the environment for them. */
export interface Reporting {
  readonly nodeOptions: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs work whose processes of Node.js are started with what it is given, and gives what each of them took. */
export async function nodeUsage<Result>(
  work: (reporting: Reporting) => Promise<Result>,
): Promise<{ result: Result; processes: NodeUsage[] }> {
  const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-usage-"));
  const file = join(folder, "usage");
  try {
    const result = await work({
      nodeOptions: `--require ${JSON.stringify(PRELOAD)}`,
      env: { BENCH_USAGE_FILE: file },
    });
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    return { result, processes: lines.map((line) => JSON.parse(line)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
