import { CheckFailure } from "@pulumi/pulumi/proto/provider_pb";
import type { Failure } from "../schema/failure";

/** A property of which the engine may print the value: a name alone. */
const PLAIN = /^\w+$/;

/**
 * What is wrong with a property, for the engine, which prints the value of one that it finds. One whose value must not be
 * printed, or that it would not find, is named in the reason instead.
 */
export function checkFailure({ property, reason }: Failure, isSecret = false): CheckFailure {
  if (PLAIN.test(property) && !isSecret) {
    return new CheckFailure().setProperty(property).setReason(reason);
  }
  const name = property.replace(/^\["(.*)"\]$/, "$1");
  return new CheckFailure().setReason(name === "" || reason.includes(name) ? reason : `${name}: ${reason}`);
}
