import { valueAt } from "../schema/property-map";
import type { Received } from "./bag";

/** A shorter text stands in too many others by chance. */
const SHORTEST = 3;

/**
 * The text without the values that the engine has as secrets: a message may quote what no declaration calls one, such as
 * the initiator that a program takes from a secret.
 */
export function withoutQuotedSecrets(text: string, { values, secrets }: Received): string {
  return secrets
    .flatMap((path) => textsIn(valueAt(values, ...path)))
    .filter((secret) => secret.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "object" && value !== null) {
    return Object.values(value).flatMap(textsIn);
  }
  return typeof value === "string" ? [value] : [];
}
