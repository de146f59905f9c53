import { type MeasuredRun, measuredRun } from "./measured-process";
import { nodeUsage } from "./node-usage";

/** A process of Node.js that has ended with 0. */
export interface NodeRun extends MeasuredRun {
  /** Largest resident set, in megabytes. */
  readonly rssMb: number;
}

/** Runs one process of Node.js, which may start none of its own, with these arguments and nothing but this environment. */
export async function nodeProcess(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<NodeRun> {
  const { result, processes } = await nodeUsage((reporting) =>
    measuredRun(process.execPath, args, {
      env: { PATH: process.env.PATH, ...env, NODE_OPTIONS: reporting.nodeOptions, ...reporting.env },
    }),
  );
  const [own, ...others] = processes;
  if (own === undefined || others.length > 0) {
    throw new Error(`${args.join(" ")} was one process, and ${processes.length} reported what they took`);
  }
  return { ...result, cpuMs: own.cpuMs, rssMb: own.rssMb };
}

/** Node.js with nothing to do. */
export function emptyProcess(): Promise<NodeRun> {
  return nodeProcess(["-e", ""]);
}
