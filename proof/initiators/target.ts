import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { attemptLogin } from "../../cli/verify/login/attempt";
import { freshIsid } from "../../cli/verify/login/isid";
import type { LoginAs } from "../../cli/verify/login/negotiation";
import type { Portal } from "../../cli/verify/login/portal";
import { programFile } from "./packages";
import type { Part } from "./part";
import { Relay } from "./relay";
import { HOST, ONE_WAY, RIGHT, ROWS, TARGETS } from "./rows";
import { Tgtd } from "./tgtd";

const LOGINS = 1000;
const LOGINS_SHORT = 50;
/** How long the held session is given to begin. */
const SESSION_ATTEMPTS = 100;

/** Logins of `ontap-iscsi verify` at a real target, the Linux SCSI target `tgtd`, become no session and disturb none. */
export const target: Part = {
  name: "logins of verify at tgtd",
  async run({ short, commands }) {
    const logins = commands ?? (short ? LOGINS_SHORT : LOGINS);
    const tgtd = await Tgtd.start(TARGETS);
    try {
      const failures = [...(await everyRow(tgtd)), ...(await noNexus(tgtd)), ...(await nextToSession(tgtd, logins))];
      return { cases: ROWS.length + 1 + logins, failures };
    } finally {
      await tgtd.stop();
    }
  },
};

function logIn(portal: Portal, login: LoginAs) {
  const isid = freshIsid(randomBytes, []);
  return attemptLogin(portal, login, { isid, randomBytes, from: undefined, timeoutMs: 10_000 });
}

async function everyRow(tgtd: Tgtd): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const [what, login, expected] of ROWS) {
    const seen = await logIn(tgtd.portal, login);
    if (!isDeepStrictEqual(seen, expected)) {
      failures.push(`${what}: ${JSON.stringify(seen)} instead of ${JSON.stringify(expected)}`);
    }
  }
  return failures;
}

/** Looks for sessions before a login, while it is accepted and not yet closed, and after it. */
async function noNexus(tgtd: Tgtd): Promise<readonly string[]> {
  const found: Record<string, readonly string[]> = { before: await tgtd.nexuses() };
  const relay = await Relay.start(tgtd.portal, async () => {
    found.while = await tgtd.nexuses();
  });
  try {
    await logIn(relay.portal, RIGHT);
  } finally {
    await relay.stop();
  }
  found.after = await tgtd.nexuses();
  const expected = { before: [], while: [], after: [] };
  return isDeepStrictEqual(found, expected) ? [] : [`sessions around one login: ${JSON.stringify(found)}`];
}

/** A real initiator of the same name reads all the while, and ends where its session does. */
async function nextToSession(tgtd: Tgtd, logins: number): Promise<readonly string[]> {
  const [user, password] = ONE_WAY.incoming;
  const { address, port } = tgtd.portal;
  const url = `iscsi://${user}%${password}@${address}:${port}/${ONE_WAY.name}/1`;
  const reader = spawn(programFile("iscsi-perf"), ["-i", HOST, "-m", "1", "-t", "600", "-x", "0", url], {
    stdio: "ignore",
  });
  const ended = once(reader, "exit");
  try {
    const before = await beginOfSession(tgtd);
    const failures: string[] = before.length === 1 ? [] : [`the initiator has the sessions ${before.join(", ")}`];
    for (let login = 0; login < logins; login += 1) {
      const seen = await logIn(tgtd.portal, RIGHT);
      if (seen.kind !== "accepted") {
        failures.push(`login ${login + 1} next to a session: ${JSON.stringify(seen)}`);
      }
    }
    const after = await tgtd.nexuses();
    const isHeld = reader.exitCode === null && isDeepStrictEqual(before, after);
    return isHeld
      ? failures
      : [...failures, `the session did not stay: ${before.join()} before, ${after.join()} after`];
  } finally {
    reader.kill("SIGKILL");
    await ended;
  }
}

async function beginOfSession(tgtd: Tgtd): Promise<readonly string[]> {
  for (let attempt = 0; attempt < SESSION_ATTEMPTS; attempt += 1) {
    const found = await tgtd.nexuses();
    if (found.length > 0) {
      return found;
    }
    await sleep(100);
  }
  return [];
}
