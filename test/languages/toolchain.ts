import { type RunResult, run } from "../engine/run";

const PYTHON = `Python 3.9 or later with its module venv is needed: install it from https://www.python.org/downloads/,
or on Debian and Ubuntu by \`apt install python3-venv\`.`;
const GO = "Go 1.25 or later is needed: install it from https://go.dev/doc/install.";

/** The version of the Python that makes virtual environments, such as `3.12.4`; fails with how to get one. */
export async function requirePython(env = process.env): Promise<string> {
  const program = "import sys, venv, ensurepip; assert sys.version_info >= (3, 9); print(sys.version.split()[0])";
  return (await succeed("python3", ["-c", program], env, PYTHON)).trim();
}

/** The version of Go, such as `go1.25.4`; fails with how to get it. */
export async function requireGo(env = process.env): Promise<string> {
  const version = (await succeed("go", ["env", "GOVERSION"], env, GO)).trim();
  const [, minor = 0] = /^go1\.(\d+)/.exec(version) ?? [];
  if (Number(minor) < 25) {
    throw new Error(`${GO} This is ${version}.`);
  }
  return version;
}

/** Runs a tool to its end and gives its standard output; throws with all it printed unless it ends with 0. */
export async function runTool(
  file: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const result = await run(file, args, { cwd: options.cwd ?? process.cwd(), env: { ...process.env, ...options.env } });
  if (result.code !== 0) {
    throw new Error(`${file} ${args.join(" ")} ended with ${result.code}\n${result.stdout}${result.stderr}`);
  }
  return result.stdout;
}

async function succeed(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  howToGetIt: string,
): Promise<string> {
  const result = await run(file, args, { cwd: process.cwd(), env }).catch(
    (error: Error): RunResult => ({ code: 1, stdout: "", stderr: error.message }),
  );
  if (result.code !== 0) {
    throw new Error(`${howToGetIt}\n${file} said: ${`${result.stdout}${result.stderr}`.trim()}`);
  }
  return result.stdout;
}
