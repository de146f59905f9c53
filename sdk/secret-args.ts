import * as pulumi from "@pulumi/pulumi";
import { EACH } from "../provider/spec/secrets";

/** The way to a value inside of arguments: `["chap", "inbound", "password"]`. */
export type ArgumentPath = readonly string[];

/**
 * Arguments in which the values at these places are secrets, even where the program passed plain text. Only those: a
 * whole block marked secret would hide in a preview what else of it changed.
 */
export function withSecretArgs(args: object, secrets: readonly ArgumentPath[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const inside = secrets.filter(([first]) => first === name || first === EACH).map(([, ...rest]) => rest);
      return [name, inside.length === 0 ? value : secretInside(value, inside)];
    }),
  );
}

/** Of a plain object what is inside it, so that its values stay apart; of a promise or an output once it is there. */
function secretInside(value: unknown, secrets: readonly ArgumentPath[]): unknown {
  if (value === undefined || value === null) {
    return value;
  }
  if (secrets.some((path) => path.length === 0)) {
    return secret(value);
  }
  if (pulumi.Output.isInstance<unknown>(value)) {
    return value.apply((known) => secretInside(known, secrets));
  }
  if (value instanceof Promise) {
    return value.then((known: unknown) => secretInside(known, secrets));
  }
  return typeof value === "object" && !Array.isArray(value) ? withSecretArgs(value, secrets) : value;
}

/** The value as a secret. One that is a secret already, as most are, is left: to wrap it costs a program three outputs. */
function secret(value: unknown): unknown {
  return pulumi.Output.isInstance<unknown>(value)
    ? pulumi.isSecret(value).then((isSecret) => (isSecret ? value : pulumi.secret(value)))
    : pulumi.secret(value);
}
