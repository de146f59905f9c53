import { valueAt } from "../schema/property-map";
import { isUnknown } from "../schema/unknown";
import type { Received } from "./bag";

/** A shorter one may stand in any word, and to take it out would show more than it hides. */
const SHORTEST = 4;

/**
 * A message without what the engine gave as a secret: a program may make one of what messages name, such as an initiator.
 */
export function hidden(text: string, given: readonly Received[]): string {
  return given
    .flatMap(({ values, secrets }) => secrets.flatMap((path) => textsIn(valueAt(values, ...path))))
    .filter((secret) => secret.length >= SHORTEST && !isUnknown(secret))
    .sort((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replaceAll(secret, "[secret]"), text);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") {
    return [value];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
