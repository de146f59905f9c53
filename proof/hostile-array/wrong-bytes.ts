import { deflateSync, gzipSync } from "node:zlib";
import type { RawAnswer, RawRequest } from "../support/raw-server";
import type { Call } from "./calls";
import { anyhow, headOf, plain } from "./framing";
import type { Expectation, Hostility, Kind } from "./kind";
import { rightResponse } from "./right-array";

function rightText(request: RawRequest): string {
  return JSON.stringify(rightResponse(request).body);
}

/** A kind that responds with the bytes of a string in order, spoiled. */
function spoiled(
  name: string,
  expects: Kind["expects"],
  spoil: (text: string, hostility: Hostility) => Buffer | string,
  headers: readonly string[] = [],
): Kind {
  return {
    name,
    expects,
    respond: (request, hostility) =>
      plain({ status: rightResponse(request).status, headers, body: spoil(rightText(request), hostility) }),
  };
}

/** PATCH and DELETE return nothing that is needed. */
function errorUnlessEmptyIsRight({ name }: Call): Expectation {
  return /\.(update|delete)$/.test(name) ? "any" : "error";
}

function utf16(text: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

function flipped(bytes: Buffer, { random }: Hostility): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.int(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.int(8));
  return copy;
}

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

function* spacesWithoutEnd(): Generator<Buffer> {
  const spaces = Buffer.alloc(2 ** 16, " ");
  yield headOf(200, ["Connection: close"]);
  for (;;) {
    yield spaces;
  }
}

const PAGES: readonly [string, ...string[]] = [
  "<!DOCTYPE html><html><body>Sign in to the network</body></html>",
  '<?xml version="1.0"?><netapp><results status="passed"/></netapp>',
  "{'records': []}",
  "{records: []}",
  '{"records": [NaN]}',
  '{"records": [],}',
  ")]}',\n{}",
  "{}{}",
  '{"records": [], "num_records": 0',
  "\u0000",
  "undefined",
];

/** Bodies that are no UTF-8 JSON, or are compressed in a way that is not what the headers say. */
export const wrongBytes: readonly Kind[] = [
  spoiled("a byte order mark", "same", (text) => `\ufeff${text}`),
  spoiled("white space around", "same", (text) => `\r\n\t ${text}\n\n`),
  spoiled("UTF-16", "error", (text, { random }) => {
    const isBigEndian = random.percent(50);
    const mark = random.percent(50) ? Buffer.from(isBigEndian ? [0xfe, 0xff] : [0xff, 0xfe]) : Buffer.alloc(0);
    return Buffer.concat([mark, utf16(text, isBigEndian)]);
  }),
  spoiled("UTF-16 by its header", "error", (text) => utf16(text, false), [
    "Content-Type: application/json; charset=utf-16",
  ]),
  spoiled("zero bytes behind", "error", (text, { random }) => `${text}${"\u0000".repeat(1 + random.int(9))}`),
  spoiled("no JSON", "error", (_text, { random }) => random.pick(PAGES)),
  spoiled("random bytes", "error", (_text, { random }) => Buffer.concat([Buffer.from([0xc0]), random.bytes(500)])),
  spoiled("no body", errorUnlessEmptyIsRight, (_text, { random }) => random.pick(["", " ", "\n"])),
  spoiled("cut off", errorUnlessEmptyIsRight, (text, { random }) => text.slice(0, random.int(text.length))),
  spoiled("bytes that are no UTF-8", "any", (text, { random }) =>
    Buffer.from(
      text.replace(/"([a-z0-9:.-]+)"/g, () => `"\u00e9${random.word(3)}\u00ff"`),
      "latin1",
    ),
  ),
  {
    name: "a coding that is not there",
    expects: "error",
    respond: (request, { random }) => {
      const coding = random.pick(["gzip", "br"]);
      return plain({ headers: [`Content-Encoding: ${coding}`], body: rightText(request) });
    },
  },
  {
    name: "a coding that nobody knows",
    expects: "any",
    respond: (request, { random }) => {
      const coding = random.pick(["zstd", "gzip, gzip", "identity", "", "x\u00ff", "gzip;q=0"]);
      return plain({ headers: [`Content-Encoding: ${coding}`], body: rightText(request) });
    },
  },
  {
    name: "a compressed body that is damaged",
    expects: "any",
    respond: (request, hostility) => {
      const coding = hostility.random.pick(["gzip", "deflate"]);
      const body = coding === "gzip" ? gzipSync(rightText(request)) : deflateSync(rightText(request));
      return plain({ headers: [`Content-Encoding: ${coding}`], body: flipped(body, hostility) });
    },
  },
  {
    name: "a compressed body that is cut off",
    expects: "any",
    respond: (request, { random }) => {
      const body = gzipSync(rightText(request));
      return plain({ headers: ["Content-Encoding: gzip"], body: body.subarray(0, random.int(body.length)) });
    },
  },
  {
    name: "compressed twice, said once",
    expects: "error",
    respond: (request) => plain({ headers: ["Content-Encoding: gzip"], body: gzipSync(gzipSync(rightText(request))) }),
  },
  {
    name: "letters written as escapes",
    expects: "same",
    respond: (request, { random }) => {
      const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
      const body = rightText(request).replace(/"[^"]*"/g, (text) =>
        text.replace(/[a-z]/g, (letter) => (random.percent(20) ? escaped(letter) : letter)),
      );
      return anyhow({ ...rightResponse(request), body }, random);
    },
  },
  {
    name: "a gigabyte, compressed",
    isCostly: true,
    expects: "error",
    respond: (request): RawAnswer => ({ chunks: bomb(rightText(request)), end: "close" }),
  },
  { name: "a body without end", isCostly: true, expects: "error", respond: () => ({ chunks: spacesWithoutEnd() }) },
];
