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
    "inbound password": random.word(16),
    "outbound password": spiced(random),
    "new inbound password": spiced(random),
    "hexadecimal password": `0x${random.bytes(14).toString("hex")}`,
    "password of a row": random.word(14),
    "new password of a row": random.word(14),
  };
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return { secrets, clientKey: privateKey, canaries: new Canaries({ ...secrets, "client key": keyText(privateKey) }) };
}

/** Letters with what JSON, URLs, shells and headers escape among them, at both ends. */
function spiced(random: Random): string {
  return `${random.word(3)}"${random.word(3)}%${random.word(4)}+${random.word(3)}\\${random.word(3)}\u00e9`;
}

/** Of the key what no other key has. */
function keyText(pem: string): string {
  return pem.replace(/-----[^-]*-----|\s/g, "").slice(60, 160);
}
