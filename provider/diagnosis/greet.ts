import { type ClientRequest, request as overHttp } from "node:http";
import { request as overTls } from "node:https";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { ConnectionOptions } from "../rest";
import { agentFor } from "../rest/agent";
import { codeOf } from "../rest/cause";
import { type CertificateTrouble, certificateTrouble } from "../rest/certificate-error";
import { networkError } from "../rest/network-error";
import type { OntapError } from "../rest/ontap-error";
import { type ResolvedOptions, resolveOptions } from "../rest/options";
import { chainOf, type SeenCertificate } from "../rest/seen-certificate";

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
  readonly chain: readonly SeenCertificate[];
  /** Why the certificate is not trusted, and what to do; undefined where it is. */
  readonly trouble: CertificateTrouble | undefined;
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
    return { origin, proxy: proxy?.variable, tls: socket instanceof TLSSocket ? shown(socket, given) : undefined };
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

function shown(socket: TLSSocket, given: ResolvedOptions): TlsGreeting {
  const chain = chainOf(socket, new URL(given.origin).hostname) ?? [];
  const error: unknown = socket.authorizationError;
  return {
    protocol: socket.getProtocol() ?? "unknown",
    chain,
    // By its type an error, it is the bare code where OpenSSL gave one.
    trouble: socket.authorized ? undefined : certificateTrouble(codeOf(error) || String(error), given, chain),
  };
}
