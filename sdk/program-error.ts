import { inspect } from "node:util";
import * as pulumi from "@pulumi/pulumi";

/**
 * Makes an error one that Pulumi's SDK reports by its message alone: where it ends a program, no stack follows. With a
 * parent it is reported on that resource.
 *
 * The SDK inspects each such error, also where it does not print the result. Node.js 20 and 22 never finish with a stack
 * that names a file of the SDK's own folder (nodejs/node#64011), so that the error shows none.
 */
export function messageOnly<E extends Error>(error: E, parent?: pulumi.Resource): E {
  const line = `${error.name}: ${error.message}`;
  const hidden = { configurable: true, writable: true, enumerable: false };
  for (const [name, value] of marksOf(parent)) {
    Object.defineProperty(error, name, { ...hidden, value });
  }
  Object.defineProperty(error, "stack", { ...hidden, value: line });
  Object.defineProperty(error, inspect.custom, { ...hidden, value: () => line });
  return error;
}

/** By what the SDK knows an error that is told without its stack, also where another copy of it was loaded. */
function marksOf(parent: pulumi.Resource | undefined): ReadonlyArray<readonly [string, unknown]> {
  const example = parent === undefined ? new pulumi.RunError() : new pulumi.ResourceError("", parent, true);
  return Object.entries(example);
}
