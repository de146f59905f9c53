import { asObject } from "../../provider/schema";
import { StateError } from "./state-error";

/** Key and value by which an exported state marks a secret. */
const SIGNATURE = ["4dabf18193072939515e22adb298388d", "1b47061264138c4ac30d75fd1eb44270"] as const;

/** Replaces a secret in all output, as the engine's own output does. */
export const SECRET = "[secret]";

/** A secret as an import file holds it in plaintext. */
export function plaintextSecret(value: unknown): Readonly<Record<string, string>> {
  return { [SIGNATURE[0]]: SIGNATURE[1], plaintext: JSON.stringify(value) };
}

/** Properties from a state, with their secrets unwrapped. */
export interface Unwrapped {
  /** An encrypted secret is replaced by {@link SECRET}. */
  readonly value: unknown;
  /** Dotted paths of all secrets; for one inside a list, the list's. */
  readonly secret: readonly string[];
  /** Those among them that are encrypted. */
  readonly encrypted: readonly string[];
}

/** Unwraps the secrets in a value of an exported state. `where` begins the message. Throws {@link StateError}. */
export function unwrapped(value: unknown, where: string): Unwrapped {
  try {
    return unwrap(value);
  } catch {
    // The parser's own message quotes the secret.
    throw new StateError(`${where} holds a secret that is not JSON`);
  }
}

function unwrap(value: unknown, path = ""): Unwrapped {
  const properties = asObject(value);
  if (properties?.[SIGNATURE[0]] === SIGNATURE[1]) {
    return typeof properties.plaintext === "string"
      ? { value: unwrap(JSON.parse(properties.plaintext)).value, secret: [path], encrypted: [] }
      : { value: SECRET, secret: [path], encrypted: [path] };
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => unwrap(item, path));
    return merged(
      items,
      items.map((item) => item.value),
    );
  }
  if (properties === undefined) {
    return { value, secret: [], encrypted: [] };
  }
  const entries = Object.entries(properties).map(
    ([key, inner]) => [key, unwrap(inner, path === "" ? key : `${path}.${key}`)] as const,
  );
  return merged(
    entries.map(([, inner]) => inner),
    Object.fromEntries(entries.map(([key, inner]) => [key, inner.value])),
  );
}

function merged(parts: readonly Unwrapped[], value: unknown): Unwrapped {
  return {
    value,
    secret: [...new Set(parts.flatMap(({ secret }) => secret))],
    encrypted: [...new Set(parts.flatMap(({ encrypted }) => encrypted))],
  };
}
