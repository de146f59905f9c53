import { everyForm } from "../support/canary/forms";

/** Messages of an array that quotes a secret, each in another form: whole, in capitals, cut off, or behind its user. */
export function echoesOf(secret: string): readonly string[] {
  const forms = everyForm(secret).map(({ text }) => text);
  const cut = [8, 9, 12].map((length) => secret.slice(0, length));
  const behind = Buffer.from(`canary:${secret}`).toString("base64");
  const lines = behind.replace(/.{16}/g, "$&\n");
  const pem = `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----`;
  return [
    ...forms.map((form) => `The value "${form}" is invalid.`),
    `The value ${secret.toUpperCase()} is invalid.`,
    ...cut.map((piece) => `The value "${piece}..." is too long.`),
    ...cut.map((piece) => `invalid: ${Buffer.from(piece).toString("hex")}`),
    `Authorization: Basic ${behind}`,
    pem,
    JSON.stringify({ chap: { inbound: { user: "host1", password: secret } } }),
    `<error password='${encodeURIComponent(secret)}'/>`,
  ];
}
