/** Random bytes, as many as asked for. */
export type RandomBytes = (size: number) => Uint8Array;

/** The first byte of an ISID whose other bytes are random. Source: RFC 7143, section 11.12.5. */
const RANDOM_FORMAT = 0x80;
/** With 40 random bits one draw is enough, unless the source is broken. */
const MOST_DRAWS = 1000;

/**
 * A random ISID that no live session has: a login with that of a live session would end the session. `live` are ISIDs
 * in any notation of six octets, such as `80:62:63:64:65:00`.
 */
export function freshIsid(randomBytes: RandomBytes, live: Iterable<string>): Buffer {
  const taken = new Set([...live].map(digitsOf));
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const isid = Buffer.concat([Buffer.of(RANDOM_FORMAT), randomBytes(5)]);
    if (!taken.has(isid.toString("hex"))) {
      return isid;
    }
  }
  throw new Error(`the source of random bytes gave only ISIDs of live sessions, ${MOST_DRAWS} times in a row`);
}

/** ONTAP separates the octets by colons; an octet of one digit is one with a zero before it. */
function digitsOf(isid: string): string {
  const octets = isid.split(/[^0-9a-f]+/i).filter((octet) => octet !== "");
  return octets
    .map((octet) => octet.padStart(2, "0"))
    .join("")
    .toLowerCase();
}
