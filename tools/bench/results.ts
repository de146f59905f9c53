import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Benchmark } from "./benchmark";
import type { Row } from "./row";

/** What one run of a benchmark measured, as `bench/results/NAME.json` keeps it. */
export interface Result extends Pick<Benchmark, "title" | "against"> {
  readonly name: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Version of Node.js. */
  readonly node: string;
  /** Such as `linux-x64`. */
  readonly platform: string;
  readonly cpus: number;
  readonly rows: readonly Row[];
}

/** A result of what was measured since that time, on this machine. */
export function resultOf(name: string, { title, against }: Benchmark, rows: readonly Row[], startedAt: Date): Result {
  return {
    name,
    title,
    against,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpus: cpus().length,
    rows,
  };
}

/** Undefined where nothing is kept of that name. */
export function readResult(folder: string, name: string): Result | undefined {
  const file = join(folder, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
