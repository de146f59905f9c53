import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";

/** Bytes of a request, in the pieces in which they are sent. */
export interface RawRequest {
  readonly pieces: readonly Buffer[];
  /** Between two pieces, in milliseconds. Default 0. */
  readonly pauseMs?: number;
  /** Hangs up when all is sent, without waiting for a response. */
  readonly hangsUp?: boolean;
}

/** A response, read to its end. */
export interface RawResponse {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What came back, or `nothing` where the connection was closed without a response, or `silence` where it was not. */
export type Returned = RawResponse | "nothing" | "silence";

const PATIENCE_MS = 10_000;

/** Sends bytes on a connection of their own, and reads what comes back until that ends. */
export async function sendRaw(url: string, { pieces, pauseMs = 0, hangsUp = false }: RawRequest): Promise<Returned> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const read: Buffer[] = [];
  const ended = new Promise<true>((resolve) => {
    socket.on("data", (chunk) => read.push(chunk));
    socket.on("error", () => undefined);
    socket.once("close", () => resolve(true));
    // A response of which the length is known has ended before the connection does.
    socket.on("data", () => isWhole(Buffer.concat(read)) && resolve(true));
  });
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && pauseMs > 0) {
      await sleep(pauseMs);
    }
    socket.write(piece);
  }
  if (hangsUp) {
    await sleep(5);
    socket.resetAndDestroy();
  }
  const isOver = await Promise.race([ended, sleep(PATIENCE_MS, false, { ref: false })]);
  socket.destroy();
  const all = Buffer.concat(read);
  return responseIn(all) ?? (isOver ? "nothing" : "silence");
}

function isWhole(read: Buffer): boolean {
  const end = read.indexOf("\r\n\r\n");
  const length = /^content-length: *(\d+)/im.exec(read.toString("latin1", 0, end))?.[1];
  return end >= 0 && length !== undefined && read.length - end - 4 >= Number(length);
}

function responseIn(read: Buffer): RawResponse | undefined {
  const end = read.indexOf("\r\n\r\n");
  const [first = "", ...lines] = read.toString("latin1", 0, Math.max(0, end)).split("\r\n");
  const status = /^HTTP\/1\.1 (\d{3})/.exec(first)?.[1];
  if (status === undefined) {
    return undefined;
  }
  const rest = read.subarray(end + 4);
  if (status.startsWith("1")) {
    return responseIn(rest);
  }
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const isPacked = headers.get("content-encoding") === "gzip" && rest.length > 0;
  return { status: Number(status), headers, body: (isPacked ? gunzipSync(rest) : rest).toString("utf8") };
}
