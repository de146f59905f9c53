import { generateKeyPairSync } from "node:crypto";
import { Canaries } from "../support/canary/canaries";
import type { Random } from "../support/random";

/** A secret of every kind that a stack or a command is given, random so that it can be told from all other text. */
export interface Secrets {
  readonly "array password": string;
  readonly "wrong array password": string;
  readonly token: string;
  readonly "inbound password": string;
  readonly "outbound password": string;
  readonly "new inbound password": string;
  readonly "hexadecimal password": string;
  readonly "password of a row": string;
  readonly "new password of a row": string;
}

/** New secrets, and the private key of a client certificate. */
export function newSecrets(random: Random): { secrets: Secrets; clientKey: string; canaries: Canaries } {
  const secrets: Secrets = {
    "array password": spiced(random),
    "wrong array password": spiced(random),
    token: `${random.word(9)}.${random.word(9)}-_~+/${random.word(9)}==`,
    "inbound password": signs(random),
    "outbound password": spiced(random),
    "new inbound password": spiced(random),
    "hexadecimal password": `0x${random.bytes(14).toString("hex")}`,
    "password of a row": Array.from({ length: 5 }, () => random.word(3)).join(" "),
    "new password of a row": random.word(14),
  };
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return { secrets, clientKey: privateKey, canaries: new Canaries({ ...secrets, "client key": keyText(privateKey) }) };
}

/**
 * What JSON, URLs, XML, shells and headers escape, each at both ends and after at most four letters: an escaped secret
 * is then recognized by none of its pieces, and only by whoever undoes the escapes.
 */
function spiced(random: Random): string {
  const [a, b, c, d, e, f] = Array.from({ length: 6 }, () => random.word(3));
  return `${a}"${b}%"${c}+"${d}&"${e}\\"${f}\u00e9`;
}

/** What base64 writes with `+` and `/` throughout, so that base64url has no piece in common with it. */
function signs(random: Random): string {
  for (;;) {
    const text = Array.from({ length: 16 }, () => random.pick(["~", "?", ">", "\u00ff", "\u00fe"])).join("");
    const runs = base64At(text, 0, 1, 2).flatMap((digits) => digits.split(/[+/]/));
    if (runs.every((run) => run.length < 6)) {
      return text;
    }
  }
}

function base64At(text: string, ...before: readonly number[]): readonly string[] {
  return before.map((bytes) =>
    Buffer.concat([Buffer.alloc(bytes), Buffer.from(text)])
      .toString("base64")
      .slice(4),
  );
}

/** Of the key what no other key has. */
function keyText(pem: string): string {
  return pem.replace(/-----[^-]*-----|\s/g, "").slice(60, 160);
}
