/** What a login negotiates, by key: `AuthMethod` to `CHAP`. */
export type TextKeys = ReadonlyMap<string, string>;

/** Keys as the data of a PDU: `key=value` in UTF-8, each ended by a NUL byte. */
export function encodeKeys(keys: Iterable<readonly [key: string, value: string]>): Buffer {
  return Buffer.from([...keys].map(([key, value]) => `${key}=${value}\0`).join(""), "utf8");
}

/** The keys in the data of a PDU; undefined where it is not such text. */
export function decodeKeys(data: Buffer): TextKeys | undefined {
  const pairs = data
    .toString("utf8")
    .split("\0")
    .filter((text) => text !== "");
  return pairs.every((text) => text.indexOf("=") > 0)
    ? new Map(pairs.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]))
    : undefined;
}

/** A binary value, `0x...` or `0b...` (base64), as bytes; undefined for anything else. Source: RFC 7143, section 6.1. */
export function binaryValue(text: string | undefined): Buffer | undefined {
  const [, kind = "", digits = ""] = /^0([xb])(.+)$/i.exec(text ?? "") ?? [];
  if (kind.toLowerCase() === "x" && /^[0-9a-f]+$/i.test(digits)) {
    return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex");
  }
  return kind.toLowerCase() === "b" && /^[0-9a-z+/]+={0,2}$/i.test(digits) ? Buffer.from(digits, "base64") : undefined;
}

/** Bytes as a binary value. */
export function hexValue(bytes: Uint8Array): string {
  return `0x${Buffer.from(bytes).toString("hex")}`;
}
