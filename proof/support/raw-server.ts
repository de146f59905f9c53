import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A request as far as an array needs it; `tls` for a handshake on this port, which has none. */
export interface RawRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** The first line and the headers. */
  readonly head: string;
  readonly body: string;
}

/** What is written in return, byte for byte. */
export interface RawAnswer {
  readonly chunks: Iterable<Buffer>;
  /** Before each chunk, in milliseconds. Default 0. */
  readonly pauseMs?: number;
  /** What becomes of the connection. Default: it is kept for further requests. */
  readonly end?: "keep" | "close" | "reset" | "hang";
}

type Respond = (request: RawRequest) => RawAnswer;

const TLS_HANDSHAKE = 0x16;

/** A server that writes any bytes in return for a request. */
export class RawServer {
  #respond: Respond = () => ({ chunks: [], end: "close" });
  readonly #sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<RawServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const raw = new RawServer(server, `http://127.0.0.1:${port}`);
    server.on("connection", (socket) => raw.serve(socket));
    return raw;
  }

  /** Responds so from now on; whoever is connected is cut off. */
  respond(respond: Respond): void {
    this.#respond = respond;
    for (const socket of this.#sockets) {
      socket.resetAndDestroy();
    }
  }

  async close(): Promise<void> {
    this.respond(this.#respond);
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => this.#sockets.delete(socket));
    const respond = this.#respond;
    let read = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      read = Buffer.concat([read, chunk]);
      const request = requestIn(read);
      if (request !== undefined) {
        read = Buffer.alloc(0);
        void write(socket, respond(request));
      }
    });
  }
}

/** The request, once it is there as a whole. The client sends one at a time. */
function requestIn(read: Buffer): RawRequest | undefined {
  if (read[0] === TLS_HANDSHAKE) {
    return { method: "tls", url: "", head: "", body: "" };
  }
  const end = read.indexOf("\r\n\r\n");
  if (end < 0) {
    return undefined;
  }
  const head = read.toString("latin1", 0, end);
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  const body = read.subarray(end + 4);
  const [method = "", url = ""] = head.split(" ");
  return body.length < length ? undefined : { method, url, head, body: body.toString("utf8") };
}

function drainedOrClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      socket.off("drain", end);
      socket.off("close", end);
      resolve();
    };
    socket.on("drain", end);
    socket.on("close", end);
  });
}

async function write(socket: Socket, { chunks, pauseMs = 0, end = "keep" }: RawAnswer): Promise<void> {
  for (const chunk of chunks) {
    if (pauseMs > 0) {
      await sleep(pauseMs);
    }
    if (socket.destroyed) {
      return;
    }
    if (!socket.write(chunk)) {
      await drainedOrClosed(socket);
    }
  }
  if (end === "close") {
    socket.end();
  } else if (end === "reset") {
    socket.resetAndDestroy();
  }
}
