import { connect, type Socket } from "node:net";
import { systemReason } from "../../file-error";
import type { RandomBytes } from "./isid";
import { type LoginAs, Negotiation } from "./negotiation";
import { decodeLoginResponse } from "./pdu";
import type { Portal } from "./portal";
import type { Seen } from "./seen";

/** How a login is tried. */
export interface AttemptOptions {
  /** See {@link freshIsid}. */
  readonly isid: Uint8Array;
  readonly randomBytes: RandomBytes;
  /** Address of this machine to connect from. Default: the system's choice. */
  readonly from: string | undefined;
  /** Longest time of the whole login. */
  readonly timeoutMs: number;
}

/** What the system's codes mean for a connection. */
const CONNECT_REASONS = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "the connection was reset",
  EHOSTUNREACH: "there is no route to it",
  ENETUNREACH: "there is no route to it",
  ETIMEDOUT: "no connection came about in time",
  EADDRNOTAVAIL: "this machine does not have the address to connect from",
  EINVAL: "it cannot be connected to from that address",
};

const LONGEST_CLOSE_MS = 1000;

/** Ends a login that takes too long. */
class TimedOut extends Error {}

/** Tries one login on a connection of its own, and closes it before it could become a session. Never throws. */
export async function attemptLogin(portal: Portal, login: LoginAs, options: AttemptOptions): Promise<Seen> {
  const { isid, randomBytes, from, timeoutMs } = options;
  const negotiation = new Negotiation(login, isid, randomBytes);
  const socket = connect({
    host: portal.address,
    port: portal.port,
    noDelay: true,
    ...(from === undefined ? {} : { localAddress: from }),
  });
  // What fails after the login is over is of no interest.
  socket.on("error", () => undefined);
  const timer = setTimeout(() => socket.destroy(new TimedOut()), timeoutMs);
  let isConnected = false;
  try {
    await connected(socket);
    isConnected = true;
    return await exchange(socket, negotiation);
  } catch (error) {
    if (isConnected) {
      return { kind: error instanceof TimedOut ? "silent" : "closed", phase: negotiation.phase };
    }
    return { kind: "unreachable", reason: connectReason(error, timeoutMs) };
  } finally {
    clearTimeout(timer);
    await closed(socket);
  }
}

/** Closes a connection, and gives the target a moment to close its end: it shall never have two of ours. */
async function closed(socket: Socket): Promise<void> {
  if (!socket.destroyed) {
    const isClosed = new Promise((resolve) => socket.once("close", resolve));
    const patience = setTimeout(() => socket.destroy(), LONGEST_CLOSE_MS);
    socket.end().resume();
    await isClosed;
    clearTimeout(patience);
  }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
}

async function exchange(socket: Socket, negotiation: Negotiation): Promise<Seen> {
  let received = Buffer.alloc(0);
  socket.write(negotiation.begin());
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    received = Buffer.concat([received, chunk]);
    const found = decodeLoginResponse(received);
    const { phase } = negotiation;
    if (found === "foreign") {
      return { kind: "foreign", phase };
    }
    if (found === "reject") {
      return { kind: "unexpected", phase, what: "a Reject PDU" };
    }
    if (found !== "part") {
      received = received.subarray(found.length);
      const step = negotiation.next(found.response);
      if ("seen" in step) {
        return step.seen;
      }
      socket.write(step.send);
    }
  }
  return { kind: "closed", phase: negotiation.phase };
}

function connectReason(error: unknown, timeoutMs: number): string {
  return error instanceof TimedOut
    ? `no connection within ${timeoutMs} ms`
    : (systemReason(error, CONNECT_REASONS) ?? "no connection came about");
}
