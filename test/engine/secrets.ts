import type { Bag } from "./bag";

/** The engine's mark of an object that stands for a value of a special kind, and the kinds. */
export const KIND = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Names of properties that no answer may show in clear. */
const SECRETS = new Set(["password", "token", "clientKey"]);

/** A value as the engine sends a secret. */
export function secret(value: unknown): Bag {
  return { [KIND]: SECRET, value };
}

/** The properties with every password as a secret, as the engine sends those whose check said so. */
export function sealed(bag: Bag): Bag {
  return mapped(bag, (name, value) => (SECRETS.has(name) ? secret(value) : value));
}

/** The properties of an answer in clear. Throws for a password that did not come as a secret. */
export function unsealed(bag: Bag): Bag {
  return mapped(bag, (name, value) => {
    const inner = isObject(value) && value[KIND] === SECRET ? { value: value.value } : undefined;
    if (SECRETS.has(name) && inner === undefined) {
      throw new Error(`${name} came in clear: ${JSON.stringify(bag)}`);
    }
    return inner === undefined ? value : inner.value;
  });
}

function mapped(bag: Bag, change: (name: string, value: unknown) => unknown): Bag {
  return Object.fromEntries(
    Object.entries(bag).map(([name, value]) => {
      const changed = change(name, value);
      return [name, changed === value && isObject(value) ? mapped(value, change) : changed];
    }),
  );
}

function isObject(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
