import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import type { RawAnswer, RawRequest } from "../support/raw-server";
import { headOf, plain } from "./framing";
import type { Hostility, Kind } from "./kind";
import { rightResponse } from "./right-array";

function rightText(request: RawRequest): string {
  return JSON.stringify(rightResponse(request).body);
}

function coded(request: RawRequest, coding: string, body: Buffer | string): RawAnswer {
  return plain({ status: rightResponse(request).status, headers: [`Content-Encoding: ${coding}`], body });
}

function flipped(bytes: Buffer, { random }: Hostility): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.int(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.int(8));
  return copy;
}

/** Beyond what is read of a body (64 MiB), though JSON in order, so that who reads all of it finds nothing wrong. */
const TOO_LARGE = 96 * 2 ** 20;

/** JSON in order, of that many bytes: it has spaces after its first character. */
function spaced(request: RawRequest, bytes: number): Buffer {
  const text = rightText(request);
  return Buffer.concat([Buffer.from("{"), Buffer.alloc(bytes, " "), Buffer.from(text.slice(1))]);
}

const CODINGS = {
  gzip: (body: Buffer) => gzipSync(body),
  deflate: (body: Buffer) => deflateSync(body),
  br: (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
} as const;

/** What a gigabyte of spaces takes in a compressed body, after which the JSON goes on. */
function* bomb(text: string): Generator<Buffer> {
  const member = gzipSync(Buffer.alloc(16 * 2 ** 20, " "));
  yield headOf(200, ["Content-Encoding: gzip", "Connection: close"]);
  yield gzipSync("{");
  for (let megabytes = 0; megabytes < 1_024; megabytes += 16) {
    yield member;
  }
  yield gzipSync(text.slice(1));
}

/** Bodies that are compressed in another way than the headers say, or to much less than they are. */
export const wrongCodings: readonly Kind[] = [
  {
    name: "a coding that is not there",
    expects: "error",
    respond: (request, { random }) => coded(request, random.pick(["gzip", "br"]), rightText(request)),
  },
  {
    name: "a coding that nobody knows",
    expects: "same or error",
    respond: (request, { random }) =>
      coded(
        request,
        random.pick(["zstd", "gzip, gzip", "identity", "", "x\u00ff", "gzip;q=0", "utf-16", "base64"]),
        rightText(request),
      ),
  },
  {
    name: "a body in a coding that was not offered",
    expects: "same or error",
    respond: (request, { random }) => {
      const text = rightText(request);
      const [coding, body] = random.pick<readonly [string, Buffer]>([
        ["gzip, gzip", gzipSync(gzipSync(text))],
        ["br, gzip", gzipSync(brotliCompressSync(text))],
        ["zstd", Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]), Buffer.from(text)])],
        ["base64", Buffer.from(Buffer.from(text).toString("base64"))],
        ["utf-16", Buffer.from(text, "utf16le")],
      ]);
      return coded(request, coding, body);
    },
  },
  {
    name: "a compressed body that is damaged",
    expects: "same or error",
    respond: (request, hostility) => {
      const coding = hostility.random.pick(["gzip", "deflate"]);
      return coded(request, coding, flipped(CODINGS[coding](Buffer.from(rightText(request))), hostility));
    },
  },
  {
    name: "a compressed body that is cut off",
    expects: "same or error",
    respond: (request, { random }) => {
      const body = gzipSync(rightText(request));
      return coded(request, "gzip", body.subarray(0, random.int(body.length)));
    },
  },
  {
    name: "compressed twice, said once",
    expects: "error",
    respond: (request) => coded(request, "gzip", gzipSync(gzipSync(rightText(request)))),
  },
  ...(["gzip", "deflate", "br"] as const).map(
    (coding): Kind => ({
      name: `more than is read of a body, compressed (${coding})`,
      cost: "memory",
      expects: "error",
      respond: (request) => coded(request, coding, CODINGS[coding](spaced(request, TOO_LARGE))),
    }),
  ),
  {
    name: "a gigabyte, compressed",
    cost: "memory",
    expects: "error",
    respond: (request) => ({ chunks: bomb(rightText(request)), end: "close" }),
  },
  {
    name: "what is still read of a body, compressed",
    cost: "memory",
    expects: "same",
    respond: (request) => coded(request, "gzip", gzipSync(spaced(request, 48 * 2 ** 20))),
  },
];
