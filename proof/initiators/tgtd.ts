import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { Portal } from "../../cli/verify/login/portal";
import { programFile } from "./packages";

const START_ATTEMPTS = 50;
const DISK_BYTES = 16 * 2 ** 20;

/** A target of {@link Tgtd}. */
export interface TgtTarget {
  readonly name: string;
  /** Whom it lets in: everybody, or this initiator. */
  readonly admits?: string;
  /** User and password by which initiators prove themselves. Default: they need not. */
  readonly incoming?: readonly [user: string, password: string];
  /** User and password by which it proves itself. */
  readonly outgoing?: readonly [user: string, password: string];
}

/** The daemon `tgtd` with targets, in a process and a folder of its own, on loopback. */
export class Tgtd {
  private constructor(
    readonly portal: Portal,
    readonly folder: string,
    readonly child: ChildProcess,
    readonly admin: (...args: readonly string[]) => Promise<string>,
  ) {}

  /** Throws where the package `tgt` is not installed. */
  static async start(targets: readonly TgtTarget[]): Promise<Tgtd> {
    const [daemon, tool] = [programFile("tgtd"), programFile("tgtadm")];
    const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-tgtd-"));
    const portal = { address: "127.0.0.1", port: await freePort() };
    const env = { ...process.env, TGT_IPC_SOCKET: join(folder, "socket") };
    const args = ["-f", "-C", "1", "--iscsi", `portal=${portal.address}:${portal.port}`];
    const child = spawn(daemon, args, { env, stdio: "ignore" });
    const admin = async (...more: readonly string[]) =>
      (await promisify(execFile)(tool, ["-C", "1", "--lld", "iscsi", ...more], { env })).stdout;
    const tgtd = new Tgtd(portal, folder, child, admin);
    try {
      await tgtd.#listens();
      for (const [index, target] of targets.entries()) {
        await tgtd.#add(index + 1, target);
      }
    } catch (error) {
      await tgtd.stop();
      throw error;
    }
    return tgtd;
  }

  /** The initiators that have a session, by the numbers of their I_T nexuses. */
  async nexuses(): Promise<readonly string[]> {
    const shown = await this.admin("--mode", "target", "--op", "show");
    return [...shown.matchAll(/I_T nexus: (\d+)\s+Initiator: (\S+)/g)].map(([, id, name]) => `${id} ${name}`);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    if (this.child.exitCode === null && this.child.kill("SIGKILL")) {
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #listens(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.admin("--mode", "target", "--op", "show");
        return;
      } catch (error) {
        if (attempt === START_ATTEMPTS) {
          throw error;
        }
        await sleep(100);
      }
    }
  }

  async #add(id: number, { name, admits, incoming, outgoing }: TgtTarget): Promise<void> {
    const tid = ["--tid", String(id)];
    await this.admin("--mode", "target", "--op", "new", ...tid, "--targetname", name);
    const disk = join(this.folder, `disk${id}`);
    writeFileSync(disk, "");
    truncateSync(disk, DISK_BYTES);
    await this.admin("--mode", "logicalunit", "--op", "new", ...tid, "--lun", "1", "--backing-store", disk);
    for (const [pair, ...more] of [[incoming], [outgoing, "--outgoing"]] as const) {
      if (pair !== undefined) {
        const [user, password] = pair;
        await this.admin("--mode", "account", "--op", "new", "--user", user, "--password", password);
        await this.admin("--mode", "account", "--op", "bind", ...tid, "--user", user, ...more);
      }
    }
    const whom = admits === undefined ? ["--initiator-address", "ALL"] : ["--initiator-name", admits];
    await this.admin("--mode", "target", "--op", "bind", ...tid, ...whom);
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
