import { oneLine } from "./one-line";
import type { ConnectionOptions } from "./options";
import { wrongOption } from "./wrong-option";

/** How a client says who it is. */
export interface Login {
  /** Value of the header; undefined where the client certificate says it. */
  readonly authorization: string | undefined;
  /** What of it no message may hold. */
  readonly secrets: readonly string[];
}

/** The login that the options give: a token, else user and password, else the certificate. Throws `configuration`. */
export function loginOf(options: ConnectionOptions, hasCertificate: boolean): Login {
  const username = oneLine("username", options.username);
  const password = oneLine("password", options.password);
  const token = oneLine("token", options.token);
  const secrets = [password, token].flatMap((secret) => (secret ? [secret] : []));
  if (token) {
    return { authorization: `Bearer ${bearer(token)}`, secrets };
  }
  if (username && password !== undefined) {
    return { authorization: `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`, secrets };
  }
  if (hasCertificate) {
    return { authorization: undefined, secrets };
  }
  throw wrongOption(
    username ? "password" : "username",
    "it is not set",
    "Give username and password, a token, or a client certificate with its key.",
  );
}

/** Source of what a token may hold: RFC 6750, section 2.1; a header could not carry anything beyond visible ASCII. */
function bearer(token: string): string {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw wrongOption(
      "token",
      "it holds a space or a character beyond ASCII",
      "Give the token alone, without the word Bearer.",
    );
  }
  return token;
}
