import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";

/** The common name of the certificate by which a client has introduced itself; undefined where none is trusted. */
export function trustedCommonName(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) {
    return undefined;
  }
  const { subject } = socket.getPeerCertificate();
  return typeof subject?.CN === "string" ? subject.CN : undefined;
}
