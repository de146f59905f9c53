import type { Server } from "node:http";
import type { Socket } from "node:net";

/** The TCP connections of a server, also those below TLS: a TLS socket cannot be reset, nor found before its handshake. */
export class TcpConnections {
  readonly #sockets = new Map<string, Socket>();

  constructor(server: Server) {
    server.on("connection", (socket: Socket) => {
      const key = peerOf(socket);
      this.#sockets.set(key, socket);
      socket.once("close", () => this.#sockets.delete(key));
    });
  }

  /** Ends a connection with a TCP reset. */
  reset(socket: Socket): void {
    (this.#sockets.get(peerOf(socket)) ?? socket).resetAndDestroy();
  }

  /** Ends every connection at once. */
  destroyAll(): void {
    for (const socket of this.#sockets.values()) {
      socket.destroy();
    }
  }
}

function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
