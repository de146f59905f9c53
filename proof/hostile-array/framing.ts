import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import type { Random } from "../support/random";
import type { RawAnswer } from "../support/raw-server";

/** A response with its body as bytes. */
export interface Framed {
  readonly status?: number;
  readonly headers?: readonly string[];
  readonly body: Buffer | string;
}

/** First line and headers. */
export function headOf(status: number, headers: readonly string[]): Buffer {
  return Buffer.from([`HTTP/1.1 ${status} Any`, "Content-Type: application/json", ...headers, "", ""].join("\r\n"));
}

/** With its length in a header. */
export function plain({ status = 200, headers = [], body }: Framed): RawAnswer {
  const content = Buffer.from(body);
  return { chunks: [headOf(status, [...headers, `Content-Length: ${content.length}`]), content] };
}

/** In chunks of a random length. */
export function chunked({ status = 200, headers = [], body }: Framed, random: Random): RawAnswer {
  const content = Buffer.from(body);
  const step = 1 + random.int(Math.max(1, content.length));
  const parts: Buffer[] = [headOf(status, [...headers, "Transfer-Encoding: chunked"])];
  for (let at = 0; at < content.length; at += step) {
    parts.push(chunkOf(content.subarray(at, at + step)));
  }
  return { chunks: [...parts, Buffer.from("0\r\n\r\n")] };
}

/** A chunk with its length before it. */
export function chunkOf(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from("\r\n")]);
}

/** As HTTP 1.0 has it: the body ends with the connection. */
function untilClosed({ status = 200, headers = [], body }: Framed): RawAnswer {
  return { chunks: [headOf(status, [...headers, "Connection: close"]), Buffer.from(body)], end: "close" };
}

/** Brotli takes seconds for a megabyte unless it is told not to try hard. */
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

const CODINGS = {
  gzip: (body: Buffer) => gzipSync(body),
  deflate: (body: Buffer) => deflateSync(body),
  br: (body: Buffer) => brotliCompressSync(body, FAST),
} as const;

/** Compressed, in a way that the header names. */
export function compressed(framed: Framed, random: Random): RawAnswer {
  const coding = random.pick(["gzip", "deflate", "br"]);
  const body = CODINGS[coding](Buffer.from(framed.body));
  return plain({ ...framed, headers: [...(framed.headers ?? []), `Content-Encoding: ${coding}`], body });
}

/** In one of the ways in which HTTP may carry it. */
export function anyhow(framed: Framed, random: Random): RawAnswer {
  return random.pick([plain, plain, plain, chunked, compressed, untilClosed])(framed, random);
}
