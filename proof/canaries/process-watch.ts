import { readdirSync, readFileSync } from "node:fs";

/** What processes were started with. */
export interface SeenProcess {
  /** Its arguments, each ended by a zero byte. */
  readonly command: string;
  readonly environment: string;
}

const EVERY_MS = 30;

/**
 * Does work, and gives every process that was started meanwhile below this one, at least those that lived for a moment.
 * Linux only; elsewhere there are none.
 */
export async function watchingProcesses<T>(
  work: () => Promise<T>,
): Promise<{ result: T; seen: readonly SeenProcess[] }> {
  const seen = new Map<string, SeenProcess>();
  const timer = setInterval(() => look(seen), EVERY_MS);
  try {
    return { result: await work(), seen: [...seen.values()] };
  } finally {
    clearInterval(timer);
  }
}

function look(seen: Map<string, SeenProcess>): void {
  const parents = new Map(processes().map((pid) => [pid, parentOf(pid)]));
  for (const pid of parents.keys()) {
    if (isBelow(pid, parents)) {
      const command = textOf(pid, "cmdline");
      // A process first has the arguments of the one that started it.
      if (command !== "" && !seen.has(`${pid} ${command}`)) {
        seen.set(`${pid} ${command}`, { command, environment: textOf(pid, "environ") });
      }
    }
  }
}

function isBelow(pid: number, parents: ReadonlyMap<number, number>): boolean {
  for (let parent = parents.get(pid); parent !== undefined; parent = parents.get(parent)) {
    if (parent === process.pid) {
      return true;
    }
  }
  return false;
}

function processes(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(textOf(pid, "status"))?.[1] ?? 0);
}

function textOf(pid: number, file: "status" | "cmdline" | "environ"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
