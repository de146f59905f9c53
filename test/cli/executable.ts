import { join } from "node:path";
import type { Simulator } from "../../simulator";
import { type RunResult, run } from "../engine/run";

const EXECUTABLE = join(__dirname, "../../bin/ontap-iscsi.js");

/** Runs `ontap-iscsi` as users have it, with nothing of ours in the environment but what is given. */
export function ontapIscsi(
  args: readonly string[],
  { cwd = process.cwd(), env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<RunResult> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(ONTAP_|PULUMI_)/.test(name));
  return run(process.execPath, [EXECUTABLE, ...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), NODE_OPTIONS: undefined, ...env },
  });
}

/** The environment by which a command finds an array. */
export function environmentOf({
  url,
  username,
  password,
}: Pick<Simulator, "url" | "username" | "password">): NodeJS.ProcessEnv {
  return { ONTAP_HOST: url, ONTAP_USERNAME: username, ONTAP_PASSWORD: password };
}
