import { valueAt } from "../schema/property-map";
import { isUnknown } from "../schema/unknown";
import type { Received } from "./bag";

/** A shorter text stands in too many others by chance. */
const SHORTEST = 3;

/**
 * The text without the values that the engine has as secrets: a message may quote what no declaration calls one, such as
 * the initiator that a program takes from a secret; in another case, too, as ONTAP has an EUI.
 */
export function withoutQuotedSecrets(text: string, ...given: ReadonlyArray<Received | undefined>): string {
  return given
    .flatMap((found) => found?.secrets.flatMap((path) => textsIn(valueAt(found.values, ...path))) ?? [])
    .filter((secret) => secret.length >= SHORTEST && !isUnknown(secret))
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => without(rest, secret), text);
}

/** True for the name of a property that the engine has as a secret, or something in it. */
export function isSecret(property: string, { secrets }: Received): boolean {
  return secrets.some(([first]) => first === property);
}

/** Not by a regular expression, since a secret may be too long for one. */
function without(text: string, secret: string): string {
  let at = 0;
  return lowerCase(text)
    .split(lowerCase(secret))
    .map(({ length }) => {
      const piece = text.slice(at, at + length);
      at += length + secret.length;
      return piece;
    })
    .join("[secret]");
}

/** Of the same length, which not every letter beyond ASCII would keep. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "object" && value !== null) {
    return Object.values(value).flatMap(textsIn);
  }
  return typeof value === "string" ? [value] : [];
}
