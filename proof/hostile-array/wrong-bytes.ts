import type { RawRequest } from "../support/raw-server";
import type { Call } from "./calls";
import { anyhow, chunkOf, headOf, plain } from "./framing";
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

/** Bodies that are no UTF-8 JSON. */
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
  {
    // Read as UTF-8 they are no letters at all; who shows these letters has read them as Latin-1.
    ...spoiled("bytes that are no UTF-8", "any", (text, { random }) =>
      Buffer.from(
        text.replace(/"([a-z0-9:.-]+)"/g, () => `"\u00e9${random.word(3)}\u00ff"`),
        "latin1",
      ),
    ),
    never: /[\u00e9\u00ff]/,
  },
  {
    name: "UTF-8, whatever its header says",
    expects: "same",
    respond: (request, { random }) => {
      const charset = random.pick(["iso-8859-1", "utf-16", "us-ascii", "windows-1252", "nonsense"]);
      const { status } = rightResponse(request);
      const type = `application/json; charset=${charset}`;
      return plain({ status, headers: [`Content-Type: ${type}`], body: rightText(request) });
    },
  },
  {
    name: "letters cut in two by chunks",
    expects: "same",
    respond: (request) => ({
      chunks: [
        headOf(rightResponse(request).status, ["Transfer-Encoding: chunked"]),
        ...Array.from(Buffer.from(rightText(request)), (byte) => chunkOf(Buffer.from([byte]))),
        Buffer.from("0\r\n\r\n"),
      ],
    }),
  },
  {
    name: "letters written as escapes",
    expects: "same",
    respond: (request, { random }) => {
      const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
      const body = rightText(request).replace(/"[^"]*"/g, (text) =>
        text.replace(/[a-z]|[^ -~]/g, (letter) => (letter > "z" || random.percent(20) ? escaped(letter) : letter)),
      );
      return anyhow({ ...rightResponse(request), body }, random);
    },
  },
  { name: "a body without end", cost: "time", expects: "error", respond: () => ({ chunks: spacesWithoutEnd() }) },
];
