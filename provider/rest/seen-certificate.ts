import type { ClientRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { checkServerIdentity, type DetailedPeerCertificate, TLSSocket } from "node:tls";
import { agentFor } from "./agent";
import type { ResolvedOptions } from "./options";
import { withoutBrackets } from "./origin";
import { printable } from "./printable";

/** A certificate as a server shows it. Every text of it is for messages: printable, and of bounded length. */
export interface SeenCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly isSelfSigned: boolean;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Hexadecimal octets with colons between them. */
  readonly sha256: string;
  /** Names and addresses that it is for. */
  readonly names: readonly string[];
  /** Whether it is for the host that was asked for. */
  readonly isForHost: boolean;
}

const LONGEST_WAIT_MS = 5_000;
const LONGEST_CHAIN = 10;
const LONGEST_TEXT = 100;

/**
 * The certificates that the port shows, the server's own first, each signed by the next; undefined where it shows none,
 * since nobody answers or it does not speak TLS. A handshake of its own that believes any certificate, presents none,
 * and after which nothing is sent.
 */
export async function certificatesAt(options: ResolvedOptions): Promise<readonly SeenCertificate[] | undefined> {
  const origin = options.origin.replace(/^http:/, "https:");
  const tls = { ...options.tls, cert: undefined, key: undefined, rejectUnauthorized: false };
  const agent = agentFor({ ...options, origin, tls });
  const request = httpsRequest(origin, {
    agent,
    signal: AbortSignal.timeout(Math.min(options.timeoutMs, LONGEST_WAIT_MS)),
  });
  try {
    return chainOf(await handshake(request), new URL(origin).hostname);
  } catch {
    return undefined;
  } finally {
    // It was never ended, so that no line of it was written.
    request.on("error", () => {}).destroy();
    agent.destroy();
  }
}

function handshake(request: ClientRequest): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    request.once("error", reject);
    request.once("socket", (socket) => {
      if (!(socket instanceof TLSSocket)) {
        reject(new Error("no TLS"));
      } else if (socket.getPeerCertificate().raw !== undefined) {
        resolve(socket);
      } else {
        socket.once("secureConnect", () => resolve(socket));
      }
    });
  });
}

/** The certificates that a connection showed, by the host that was asked for; undefined where it showed none. */
export function chainOf(socket: TLSSocket, hostname: string): readonly SeenCertificate[] | undefined {
  const chain: SeenCertificate[] = [];
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next?.raw !== undefined && chain.length < LONGEST_CHAIN) {
    chain.push(seen(next, withoutBrackets(hostname)));
    next = next.issuerCertificate === next ? undefined : next.issuerCertificate;
  }
  return chain.length === 0 ? undefined : chain;
}

function seen(certificate: DetailedPeerCertificate, host: string): SeenCertificate {
  const { subject, issuer } = certificate;
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    isSelfSigned: certificate.issuerCertificate === certificate,
    validFrom: new Date(certificate.valid_from),
    validTo: new Date(certificate.valid_to),
    sha256: shown(certificate.fingerprint256),
    names: namesOf(certificate),
    isForHost: checkServerIdentity(host, certificate) === undefined,
  };
}

function nameOf({ CN, O, OU }: DetailedPeerCertificate["subject"]): string {
  return shown([CN ?? O ?? OU ?? "without a name"].flat().join(", "));
}

/** Those of its alternative names that count for a server; where there are none its common name counts. */
function namesOf({ subject, subjectaltname = "" }: DetailedPeerCertificate): readonly string[] {
  const found = [...subjectaltname.matchAll(/(?:^|, )(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g)];
  const names = found.length === 0 ? [subject.CN ?? []].flat() : found.map(([, name = ""]) => name);
  return names.map(shown);
}

function shown(text: string): string {
  return printable(text, LONGEST_TEXT);
}
