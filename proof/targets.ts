import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { attemptLogin } from "../cli/verify/login/attempt";
import { freshIsid } from "../cli/verify/login/isid";
import type { LoginAs } from "../cli/verify/login/negotiation";
import type { Portal } from "../cli/verify/login/portal";
import type { Proof } from "../tools/proof/proof";
import { neededProgram } from "./targets/needed";
import { Relay } from "./targets/relay";
import { HOST, ONE_WAY, RIGHT, ROWS, TARGETS } from "./targets/rows";
import { Tgtd } from "./targets/tgtd";

const LOGINS = 1000;
const LOGINS_SHORT = 50;
/** How long the held session is given to begin. */
const SESSION_ATTEMPTS = 100;

/** Logins of `ontap-iscsi verify` at a real target, the Linux SCSI target `tgtd`. */
export const proof: Proof = {
  title: "A login that proves a password becomes no session at a real target",
  async run({ short, commands }, progress) {
    const failures: string[] = [];
    const logins = commands ?? (short ? LOGINS_SHORT : LOGINS);
    const tgtd = await Tgtd.start(TARGETS);
    try {
      progress(`tgtd at port ${tgtd.portal.port}`);
      failures.push(...(await everyRow(tgtd)), ...(await noNexus(tgtd)));
      progress(`${logins} logins next to a session`);
      failures.push(...(await nextToSession(tgtd, logins)));
    } finally {
      await tgtd.stop();
    }
    const figures = [
      ["rows of the table", ROWS.length],
      ["logins next to a session", logins],
      ["failed", failures.length],
    ] as const;
    return { cases: ROWS.length + 1 + logins, figures, failures };
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
  const reader = spawn(
    neededProgram("iscsi-perf", "libiscsi-bin"),
    ["-i", HOST, "-m", "1", "-t", "600", "-x", "0", url],
    {
      stdio: "ignore",
    },
  );
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
