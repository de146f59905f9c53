import * as pulumi from "@pulumi/pulumi";
import type { ChapArgs, ChapUserArgs } from "./chap-args";

/**
 * CHAP arguments whose passwords are secrets, even where the program passed plain text. Only the passwords: a whole
 * block marked secret would hide in a preview which user changed.
 */
export function secretChap(chap: pulumi.Input<ChapArgs | undefined> | undefined): pulumi.Input<ChapArgs | undefined> {
  return mapInput(chap, ({ inbound, outbound, ...rest }) => ({
    ...rest,
    inbound: mapInput(inbound, secretUser),
    ...(outbound === undefined ? {} : { outbound: mapInput(outbound, secretUser) }),
  }));
}

function secretUser(user: ChapUserArgs): ChapUserArgs {
  return user.password === undefined ? user : { ...user, password: pulumi.secret(user.password) };
}

/** Maps a plain value at once, so that what is inside it stays apart; a promise or an output when it is there. */
function mapInput<T extends object>(input: pulumi.Input<T>, map: (value: T) => T): pulumi.Input<T>;
function mapInput<T extends object>(
  input: pulumi.Input<T | undefined> | undefined,
  map: (value: T) => T,
): pulumi.Input<T | undefined>;
function mapInput<T extends object>(input: unknown, map: (value: T) => T): unknown {
  if (pulumi.Output.isInstance<T | undefined>(input)) {
    return input.apply((value) => (isObject(value) ? map(value) : value));
  }
  if (input instanceof Promise) {
    return input.then((value: T) => (isObject(value) ? map(value) : value));
  }
  return isObject<T>(input) ? map(input) : input;
}

function isObject<T extends object>(value: unknown): value is T {
  return typeof value === "object" && value !== null;
}
