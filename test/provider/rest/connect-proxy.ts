import { createServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer, type ServerOptions } from "node:https";
import { type AddressInfo, connect as connectTo, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** How a proxy behaves. */
export interface ProxyOptions {
  /** Port on this machine that every connection is led to, whatever host was asked for. */
  readonly port: number;
  /** `user:password` without which it answers 407. */
  readonly login?: string;
  /** It takes connections and never answers. */
  readonly silent?: true;
  /** It closes the connection in the place of an answer. */
  readonly drop?: true;
  readonly tls?: ServerOptions;
}

/** A proxy that opens tunnels (`CONNECT`). */
export interface ConnectProxy {
  readonly url: string;
  /** `host:port` of each tunnel that was asked for. */
  readonly asked: readonly string[];
  /** Connections that are open. */
  openConnections(): number;
  close(): Promise<void>;
}

export async function connectProxy(options: ProxyOptions): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = options.tls === undefined ? createServer() : createTlsServer(options.tls);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("connect", (request: IncomingMessage, socket: Duplex) => {
    asked.push(request.url ?? "");
    const expected = options.login === undefined ? undefined : Buffer.from(options.login).toString("base64");
    if (options.silent) {
      socket.on("end", () => socket.end()).resume();
      return;
    }
    if (options.drop) {
      socket.destroy();
    } else if (expected !== undefined && request.headers["proxy-authorization"] !== `Basic ${expected}`) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 6\r\n\r\ndenied");
    } else {
      const onward = connectTo(options.port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        socket.pipe(onward).pipe(socket);
      });
      onward.on("error", () => socket.destroy());
      socket.on("error", () => onward.destroy());
      socket.on("close", () => onward.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.tls === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    asked,
    openConnections: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) {
          socket.destroy();
        }
      }),
  };
}
