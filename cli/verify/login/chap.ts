import { createHash } from "node:crypto";
import { OntapError } from "../../../provider/rest";

/** A user of CHAP with the password. */
export interface ChapPair {
  readonly user: string;
  readonly password: string;
}

/** What one side asks the other to answer with its password. */
export interface Challenge {
  /** 0 to 255. */
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** What proves to who made the challenge that one has the password: MD5 of id, secret and challenge. RFC 1994. */
export function chapResponse(password: string, { id, bytes }: Challenge): Buffer {
  return createHash(MD5).update(Buffer.of(id)).update(secretOf(password)).update(bytes).digest();
}

/** The secret's bytes: ONTAP takes a password of `0x` and hexadecimal digits for these bytes, any other as UTF-8. */
function secretOf(password: string): Buffer {
  const [, digits] = /^0x((?:[0-9a-f]{2})+)$/i.exec(password) ?? [];
  return digits === undefined ? Buffer.from(password, "utf8") : Buffer.from(digits, "hex");
}

/** The digest of CHAP. */
const MD5 = "md5";

/**
 * Throws `configuration` where Node.js lacks the digest, as in FIPS mode: no login could be answered, right or wrong.
 *
 * @param digest name of another one, to try it where MD5 is there
 */
export function requireMd5(digest = MD5): void {
  try {
    createHash(digest);
  } catch (cause) {
    throw new OntapError({
      code: "configuration",
      operation: "verify CHAP passwords",
      reason: "this Node.js has no MD5, which CHAP is made of (FIPS mode switches it off)",
      hint: "Run it where Node.js does not run in FIPS mode. No login was tried.",
      cause,
    });
  }
}
