/** How deep a string may be wrapped: an escaped text in an escaped text is one of two. */
const DEPTH = 2;

const ESCAPED = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi;
const BREAKS = new Map([..."nrtbf"].map((letter) => [letter, " "]));
const NAMED = new Map([
  ["quot", '"'],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["apos", "'"],
  ["nbsp", " "],
]);

/** Each undoes one way of escaping and leaves everything else as it stands. */
const DECODERS: ReadonlyArray<(text: string) => string> = [
  (text) =>
    text.replace(ESCAPED, (_all, unicode?: string, hex?: string, plain = "") => {
      const point = unicode ?? hex;
      return point === undefined ? (BREAKS.get(plain) ?? plain) : String.fromCharCode(Number.parseInt(point, 16));
    }),
  (text) => text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => textOf(Buffer.from(run.replaceAll("%", ""), "hex"))),
  (text) => text.replaceAll("+", " "),
  (text) =>
    text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (all, decimal?: string, hex?: string, name = "") => {
      const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : (NAMED.get(name.toLowerCase()) ?? all);
    }),
];

/** A string as it stands and as it reads where it was escaped for JSON, a URL or HTML, or for two of them. */
export function readings(text: string): readonly string[] {
  const all = new Set([text]);
  for (let depth = 0; depth < DEPTH; depth += 1) {
    for (const reading of [...all]) {
      for (const decode of DECODERS) {
        all.add(decode(reading));
      }
    }
  }
  return [...all];
}

/** What base64, hexadecimal text and lists of bytes look like that hold a value, wherever in the bytes it begins. */
export function encodings(value: string): readonly string[] {
  const bytes = Buffer.from(value, "utf8");
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  const base64url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  return [...base64, ...base64url, bytes.toString("hex"), bytes.join(",")];
}

/** A string in which case, white space and the form of accents make no difference. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

function textOf(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") ? bytes.toString("latin1") : text;
}
