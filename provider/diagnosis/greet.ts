import { type ClientRequest, request as overHttp } from "node:http";
import { request as overTls } from "node:https";
import type { Socket } from "node:net";
import { type DetailedPeerCertificate, TLSSocket } from "node:tls";
import type { ConnectionOptions } from "../rest";
import { agentFor } from "../rest/agent";
import { networkError } from "../rest/network-error";
import type { OntapError } from "../rest/ontap-error";
import { type ResolvedOptions, resolveOptions } from "../rest/options";

/** What was seen of an array, or of what answers in its place, before anything was sent to it. */
export interface Greeting {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Environment variable that names the proxy in between; undefined without one. */
  readonly proxy: string | undefined;
  /** Undefined for `http:`, which is for a loopback address only. */
  readonly tls: TlsGreeting | undefined;
}

/** What the other side showed of itself. */
export interface TlsGreeting {
  /** Such as `TLSv1.3`. */
  readonly protocol: string;
  /** The server's own certificate first, each followed by the one that issued it. */
  readonly chain: readonly ServerCertificate[];
  /** Code of Node.js or OpenSSL why the certificate is not trusted (`CERT_HAS_EXPIRED`); undefined where it is. */
  readonly distrust: string | undefined;
}

/** What a certificate says. */
export interface ServerCertificate {
  /** Common name, or all of the name where it has none. */
  readonly subject: string;
  readonly issuer: string;
  /** Names and addresses that it is good for. */
  readonly names: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** Longest wait for a connection, in milliseconds; less where the connection's own `timeoutMs` is less. */
const PATIENCE_MS = 10_000;

/**
 * Connects to an array with the trust and the proxy of its connection, looks at what it shows, and hangs up without
 * having sent a request or the login. A certificate that is not trusted is no error here, but told in the result.
 * Throws `configuration`, and `unreachable` where there is no connection, or none that speaks TLS.
 */
export async function greet(options: ConnectionOptions): Promise<Greeting> {
  const given = resolveOptions(options);
  const timeoutMs = Math.min(given.timeoutMs, PATIENCE_MS);
  const resolved = { ...given, timeoutMs, tls: { ...given.tls, rejectUnauthorized: false } };
  const { origin, proxy } = resolved;
  const agent = agentFor(resolved);
  // Its headers are not sent before it is ended, which it never is.
  const call = origin.startsWith("http:") ? overHttp(origin, { agent }) : overTls(origin, { agent });
  try {
    const socket = await connected(call, timeoutMs);
    return { origin, proxy: proxy?.variable, tls: socket instanceof TLSSocket ? shown(socket) : undefined };
  } catch (cause) {
    throw unreachable(resolved, cause);
  } finally {
    call.destroy();
    agent.destroy();
  }
}

function connected(call: ClientRequest, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    call.on("error", reject);
    // A fresh agent has no connection ready, so that it is still being made here.
    call.once("socket", (socket) => {
      socket.once(socket instanceof TLSSocket ? "secureConnect" : "connect", () => resolve(socket));
    });
  });
}

function unreachable(options: ResolvedOptions, cause: unknown): OntapError {
  return networkError({ method: "GET", path: "/api" }, options, cause);
}

function shown(socket: TLSSocket): TlsGreeting {
  const error: unknown = socket.authorizationError;
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return {
    protocol: socket.getProtocol() ?? "unknown",
    chain: chainOf(socket.getPeerCertificate(true)),
    distrust: socket.authorized ? undefined : code,
  };
}

function chainOf(first: DetailedPeerCertificate): readonly ServerCertificate[] {
  const seen = new Set<string>();
  const chain: ServerCertificate[] = [];
  // A root is its own issuer; of an incomplete chain the last one has none.
  for (let one: DetailedPeerCertificate | undefined = first; one?.subject; one = one.issuerCertificate) {
    if (seen.has(one.fingerprint256)) {
      break;
    }
    seen.add(one.fingerprint256);
    chain.push({
      subject: nameOf(one.subject),
      issuer: nameOf(one.issuer),
      names: (one.subjectaltname ?? "").split(", ").flatMap((name) => name.replace(/^(DNS|IP Address):/, "") || []),
      validFrom: new Date(one.valid_from),
      validTo: new Date(one.valid_to),
    });
  }
  return chain;
}

function nameOf(name: DetailedPeerCertificate["subject"]): string {
  const common: unknown = name.CN;
  return typeof common === "string" && common !== "" ? common : Object.values(name).flat().join(", ");
}
