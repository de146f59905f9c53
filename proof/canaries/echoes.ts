import { everyForm } from "../support/canary/forms";

/** Characters of a secret, without spaces, that are more than chance wherever they stand; fewer are so before a mark of a cut. */
const PIECES = [8, 9, 12];

/** Messages of an array that quotes a secret, each in another form: whole, in capitals, cut off, or behind its user. */
export function echoesOf(secret: string): readonly string[] {
  const behind = Buffer.from(`canary:${secret}`).toString("base64");
  const lines = behind.replace(/.{16}/g, "$&\n");
  const pem = `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----`;
  return [
    ...formsOf(secret).map((form) => `The value "${form}" is invalid.`),
    `The value ${secret.toUpperCase()} is invalid.`,
    ...[6, 7, ...PIECES].map((length) => `The value "${secret.slice(0, length)}..." is too long.`),
    ...PIECES.map((length) => `The value ${first(secret, length)} is too long.`),
    ...PIECES.map((length) => `The value ends in ${last(secret, length)} and is too long.`),
    ...PIECES.flatMap((length) => formsOf(first(secret, length)).map((form) => `invalid: ${form}`)),
    `Authorization: Basic ${behind}`,
    pem,
    JSON.stringify({ chap: { inbound: { user: "host1", password: secret } } }),
    `<error password='${encodeURIComponent(secret)}'/>`,
  ];
}

function formsOf(secret: string): readonly string[] {
  return everyForm(secret).map(({ text }) => text);
}

/** So many characters from the beginning, not counting spaces. */
function first(secret: string, length: number): string {
  return new RegExp(`^(?:\\s*\\S){${length}}`).exec(secret)?.[0] ?? secret;
}

function last(secret: string, length: number): string {
  return new RegExp(`(?:\\S\\s*){${length}}$`).exec(secret)?.[0] ?? secret;
}
