import type { RunResult } from "./engine/run";

/** Fails with all that a command printed unless it ended with this code. */
export function expectExit({ code, stdout, stderr }: RunResult, expected: number): void {
  if (code !== expected) {
    throw new Error(`expected exit code ${expected}, but it was ${code}\n${stdout}${stderr}`);
  }
}
