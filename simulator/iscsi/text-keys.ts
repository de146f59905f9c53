import { ProtocolError } from "./protocol-error";

/** Keys and values of a negotiation, as one side sends them. */
export type Pairs = ReadonlyArray<readonly [key: string, value: string]>;

/** Most keys of one request; initiators send some twenty. */
const MAX_KEYS = 64;

/**
 * Reads `key=value` texts, each ended by a zero byte. Source: RFC 7143, 6.1.
 *
 * @throws ProtocolError for text without a key, a key that comes twice, or too many of them.
 */
export function readKeys(text: Buffer): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const pair of text.toString("utf8").split("\0")) {
    if (pair === "") {
      continue;
    }
    const cut = pair.indexOf("=");
    if (cut < 1 || cut > 63) {
      throw new ProtocolError("text without a key was sent");
    }
    const key = pair.slice(0, cut);
    if (keys.has(key)) {
      throw new ProtocolError("a key was sent twice");
    }
    keys.set(key, pair.slice(cut + 1));
    if (keys.size > MAX_KEYS) {
      throw new ProtocolError(`more than ${MAX_KEYS} keys were sent in one request`);
    }
  }
  return keys;
}

/** The bytes of keys and values. */
export function writeKeys(pairs: Pairs): Buffer {
  return Buffer.from(pairs.map(([key, value]) => `${key}=${value}\0`).join(""));
}
