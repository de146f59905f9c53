import type { RawAnswer, RawRequest } from "../support/raw-server";
import { chunked, chunkOf, headOf, plain } from "./framing";
import type { Hostility, Kind } from "./kind";
import { rightResponse } from "./right-array";

function rightBytes(request: RawRequest): Buffer {
  return Buffer.from(JSON.stringify(rightResponse(request).body));
}

/** A kind of raw bytes, drawn from several, after which the connection ends or stays. */
function raw(
  name: string,
  expects: Kind["expects"],
  bytes: (request: RawRequest, hostility: Hostility) => string | Buffer,
  end: RawAnswer["end"] = "close",
): Kind {
  return {
    name,
    expects,
    respond: (request, hostility) => ({ chunks: [Buffer.from(bytes(request, hostility))], end }),
  };
}

const FIRST_LINES: readonly [string, ...string[]] = [
  "HTTP/9.9 200 OK",
  "HTTP/1.1 abc",
  "HTTP/1.1 20 OK",
  "HTTP/1.1 2000 OK",
  "HTTP/1.1",
  "ICY 200 OK",
  "SSH-2.0-OpenSSH_9.6",
  "PRI * HTTP/2.0",
  "220 mail ready",
  "\u0000\u0000\u0000\u0004",
  "\u0015\u0003\u0001\u0000\u0002\u0002\u0028",
];

const LENGTHS: readonly [string, ...string[]] = [
  "-1",
  "abc",
  "1e3",
  "0x10",
  "99999999999999999999999",
  "1\r\nContent-Length: 2",
  "",
];

const SIZES: readonly [string, ...string[]] = ["xyz", "-5", "FFFFFFFFFFFFFFFFF", "5;\r", "", "1_0", "\u0000"];

function letterByLetter(bytes: Buffer): Buffer[] {
  return Array.from(bytes, (byte) => Buffer.from([byte]));
}

function* interim(request: RawRequest, count: number): Generator<Buffer> {
  for (let sent = 0; sent < count; sent += 1) {
    yield Buffer.from("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
  }
  yield* plain({ ...rightResponse(request), body: rightBytes(request) }).chunks;
}

/** Responses that are no HTTP, framed wrongly, or too slow. */
export const wrongHttp: readonly Kind[] = [
  raw(
    "a first line that is not HTTP's",
    "error",
    (request, { random }) => `${random.pick(FIRST_LINES)}\r\n\r\n${rightBytes(request)}`,
  ),
  raw("random bytes in place of HTTP", "error", (_request, { random }) =>
    Buffer.concat([Buffer.from([0]), random.bytes(300)]),
  ),
  raw(
    "a length that is none",
    "error",
    (request, { random }) => `HTTP/1.1 200 OK\r\nContent-Length: ${random.pick(LENGTHS)}\r\n\r\n${rightBytes(request)}`,
    "hang",
  ),
  raw(
    "a length that is too large, and the end",
    "error",
    (request) => `${headOf(200, [`Content-Length: ${rightBytes(request).length + 9}`])}${rightBytes(request)}`,
  ),
  raw(
    "a length that is too large, and no end",
    "error",
    (request) => `${headOf(200, [`Content-Length: ${rightBytes(request).length + 9}`])}${rightBytes(request)}`,
    "hang",
  ),
  raw(
    "a length that is too small",
    "any",
    (request, { random }) => {
      const bytes = rightBytes(request);
      return `${headOf(200, [`Content-Length: ${random.int(bytes.length)}`])}${bytes}`;
    },
    "keep",
  ),
  raw("a length, and chunks as well", "any", (request) =>
    Buffer.concat([
      headOf(200, ["Content-Length: 5", "Transfer-Encoding: chunked"]),
      chunkOf(rightBytes(request)),
      Buffer.from("0\r\n\r\n"),
    ]),
  ),
  raw(
    "a chunk whose size is none",
    "error",
    (request, { random }) =>
      `${headOf(200, ["Transfer-Encoding: chunked"])}${random.pick(SIZES)}\r\n${rightBytes(request)}\r\n0\r\n\r\n`,
  ),
  raw("no last chunk", "error", (request) =>
    Buffer.concat([headOf(200, ["Transfer-Encoding: chunked"]), chunkOf(rightBytes(request))]),
  ),
  raw(
    "no last chunk, and no end",
    "error",
    (request) => Buffer.concat([headOf(200, ["Transfer-Encoding: chunked"]), chunkOf(rightBytes(request))]),
    "hang",
  ),
  raw("half of the headers", "error", (_request, { random }) =>
    headOf(200, ["Content-Length: 2"]).subarray(0, random.int(50)),
  ),
  raw(
    "half of the headers, and no end",
    "error",
    (_request, { random }) => headOf(200, ["Content-Length: 2"]).subarray(0, random.int(50)),
    "hang",
  ),
  raw(
    "a second response that was not asked for",
    "any",
    (request, { random }) => {
      const body = rightBytes(request);
      const one = Buffer.concat([headOf(200, [`Content-Length: ${body.length}`]), body]);
      return Buffer.concat([
        one,
        Buffer.from(`HTTP/1.1 ${random.pick(["200", "401", "500"])} Any\r\nContent-Length: 2\r\n\r\n{}`),
      ]);
    },
    "keep",
  ),
  raw(
    "another protocol from here on",
    "error",
    () => "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nPRI",
    "hang",
  ),
  {
    name: "chunks in order",
    expects: "same",
    respond: (request, { random }) => chunked({ ...rightResponse(request), body: rightBytes(request) }, random),
  },
  {
    name: "odd headers",
    expects: "same",
    respond: (request, { random }) => {
      const header = random.pick([
        `Retry-After: ${random.pick(["-1", "1e400", "never", "Fri, 31 Dec 9999 23:59:59 GMT"])}`,
        `Date: ${random.pick(["yesterday", "", "99999999999999", "Thu, 01 Jan 1970 00:00:00 GMT"])}`,
        Array.from({ length: 200 }, (_, number) => `Set-Cookie: c${number}=${random.word(9)}`).join("\r\n"),
        `Location: http://user:pass@\u00ff/`,
        "X-Empty:",
        "__proto__: polluted",
        "constructor: polluted",
        `X-Long: ${"x".repeat(8_000)}`,
        'WWW-Authenticate: Basic realm="x", Negotiate',
        "Transfer-Encoding-X: chunked",
      ]);
      return plain({ ...rightResponse(request), headers: [header], body: rightBytes(request) });
    },
  },
  {
    name: "headers that no client must take",
    expects: "any",
    respond: (request, { random }) => {
      const header = random.pick([
        `X-Long: ${"x".repeat(200_000)}`,
        Array.from({ length: 5_000 }, (_, number) => `X-${number}: x`).join("\r\n"),
        "X-Zero: \u0000",
        "No colon",
        "X:\r\n folded",
        " X: leading",
        "X\u00ff: name",
        "Transfer-Encoding: gzip, chunked, identity",
        "Connection: upgrade\r\nUpgrade: websocket",
      ]);
      return plain({ ...rightResponse(request), headers: [header], body: rightBytes(request) });
    },
  },
  {
    name: "responses of no meaning before the right one",
    expects: "same",
    respond: (request, { random }) => ({ chunks: interim(request, 1 + random.int(20)) }),
  },
  {
    name: "responses of no meaning without end",
    expects: "error",
    respond: (request) => ({ chunks: interim(request, 100_000), pauseMs: 10 }),
  },
  {
    name: "a byte now and then",
    expects: "error",
    respond: (request) => ({
      chunks: letterByLetter(
        Buffer.concat([headOf(200, [`Content-Length: ${rightBytes(request).length}`]), rightBytes(request)]),
      ),
      pauseMs: 20,
    }),
  },
  { name: "nothing at all", expects: "error", respond: () => ({ chunks: [], end: "hang" }) },
  raw("the end at once", "error", () => ""),
  raw("a reset at once", "error", () => "", "reset"),
  raw("a reset within the body", "error", () => `${headOf(200, ["Content-Length: 100"])}{"records":[`, "reset"),
];
