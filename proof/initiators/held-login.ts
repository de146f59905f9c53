import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { run } from "../../test/engine/run";

/** A real initiator that is logged in and does nothing else, in a process of its own. */
export interface HeldLogin {
  /** What it prints and the code it exits with once the login has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly lines: readonly string[] }>;
  /** Logs out, if that is still to be done. */
  logOut(): Promise<void>;
}

/**
 * Builds `held-login.c` and logs in with it.
 *
 * @param url `iscsi://USER%PASSWORD@ADDRESS:PORT/TARGET/LUN`
 * @throws Error with what the compiler, or the login, printed.
 */
export async function holdLogin(initiator: string, url: string): Promise<HeldLogin> {
  const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-held-login-"));
  try {
    const program = join(folder, "held-login");
    const built = await run("gcc", ["-Wall", "-o", program, join(__dirname, "held-login.c"), "-liscsi"]);
    if (built.code !== 0) {
      throw new Error(`held-login.c cannot be built:\n${built.stderr}`);
    }
    const child = spawn(program, [initiator, url], { stdio: ["pipe", "pipe", "pipe"] });
    const lines: string[] = [];
    const problem = text(child.stderr);
    const output = createInterface(child.stdout).on("line", (line) => lines.push(line));
    const ended = once(child, "close").then(([code]) => ({ code, lines }));
    const first = await Promise.race([once(output, "line").then(([line]) => line), ended]);
    if (first !== "logged in") {
      throw new Error(`${initiator} could not log in: ${await problem}`);
    }
    return { ended, logOut: () => logOut(child, ended) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function logOut(child: ChildProcess, ended: HeldLogin["ended"]): Promise<void> {
  child.stdin?.end();
  await ended;
}
