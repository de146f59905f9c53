import { inspect } from "node:util";

/** Whatever can be read off an error and its causes: what a log prints of it, and what only a debugger shows. */
export function everythingIn(error: unknown): string {
  const told: string[] = [];
  for (let one: unknown = error; one !== undefined; one = one instanceof Error ? one.cause : undefined) {
    told.push(
      inspect(one, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null, maxArrayLength: null }),
      JSON.stringify(one),
      ...(one instanceof Error ? [one.message, one.stack ?? "", String(one)] : [String(one)]),
    );
  }
  return told.join("\n");
}
