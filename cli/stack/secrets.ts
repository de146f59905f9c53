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

/** True for a value that an exported state marks as a secret. */
export function isSecret(value: unknown): boolean {
  return asObject(value)?.[SIGNATURE[0]] === SIGNATURE[1];
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
  const found: Found = { secret: new Set(), encrypted: new Set() };
  try {
    return { value: unwrap(value, "", found), secret: [...found.secret], encrypted: [...found.encrypted] };
  } catch {
    // The parser's own message quotes the secret.
    throw new StateError(`${where} holds a secret that is not JSON`);
  }
}

/** Dotted paths, as far as they have been come by. */
interface Found {
  readonly secret: Set<string>;
  readonly encrypted: Set<string>;
}

function unwrap(value: unknown, path: string, found: Found): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => unwrap(item, path, found));
  }
  const properties = asObject(value);
  if (properties === undefined) {
    return value;
  }
  if (properties[SIGNATURE[0]] === SIGNATURE[1]) {
    return secretValue(properties.plaintext, path, found);
  }
  return Object.fromEntries(
    Object.entries(properties).map(([key, item]) => [key, unwrap(item, path === "" ? key : `${path}.${key}`, found)]),
  );
}

/** A secret inside a secret is no secret of its own. */
function secretValue(plaintext: unknown, path: string, found: Found): unknown {
  found.secret.add(path);
  if (typeof plaintext === "string") {
    return unwrap(JSON.parse(plaintext), "", { secret: new Set(), encrypted: new Set() });
  }
  found.encrypted.add(path);
  return SECRET;
}
