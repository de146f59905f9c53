import { type ExecFileException, execFile } from "node:child_process";
import { existsSync } from "node:fs";

/** Which stack, and from which folder. */
export interface StackLocation {
  /** Folder of the project, or one below it. */
  readonly cwd: string;
  /** Default: the one that is selected there. */
  readonly stack?: string;
}

/** The Pulumi CLI could not do what it was asked for; the message holds what it said. */
export class StackError extends Error {
  override readonly name = "StackError";
}

/** Runs `pulumi` and gives what it printed. Throws {@link StackError}. */
export function pulumi({ cwd, stack }: StackLocation, args: readonly string[]): Promise<string> {
  if (!existsSync(cwd)) {
    throw new StackError(`the folder ${cwd} does not exist`);
  }
  const all = ["--non-interactive", "--color", "never", ...args, ...(stack === undefined ? [] : ["--stack", stack])];
  const options = {
    cwd,
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    maxBuffer: Number.POSITIVE_INFINITY,
  };
  return new Promise((resolve, reject) => {
    execFile("pulumi", all, options, (error, stdout, stderr) => {
      if (error === null) {
        resolve(stdout);
      } else {
        reject(new StackError(`pulumi ${args.slice(0, 2).join(" ")} failed: ${reason(error, stderr)}`));
      }
    });
  });
}

function reason({ code }: ExecFileException, stderr: string): string {
  if (code === "ENOENT") {
    return "there is no pulumi on PATH";
  }
  const said = stderr.replace(/^error: /gm, "").trim();
  return said === "" ? `it ended with ${code}` : said;
}
