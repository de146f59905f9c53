import * as pulumi from "@pulumi/pulumi";
import { connectionAdvice } from "../provider/connection";
import { dotted } from "../provider/schema/failure";
import { EACH } from "../provider/spec/secrets";
import { stackConfiguration } from "./connections";
import { bytesOf, lengthWarning, type UnusualSecret } from "./secret-lengths";

/** A secret argument of which a length in bytes is usual. */
export interface UsualBytes {
  readonly path: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** What was warned of in one run of a program: with inline programs of the automation API one process has several. */
interface Warned {
  unusual: UnusualSecret[];
  /** Whether the lengths were told, which is done once, for all that are known in the same turn. */
  areLengthsTold: boolean;
}

const warned = new WeakMap<object, Warned>();

/**
 * Warns, once per run, of what works and should not stay so: a server certificate that nobody checks, an array password
 * in plaintext, a secret of a length that is often refused. All of it is seen here alone: the provider is told neither
 * what is secret in the configuration nor what a resource is called.
 */
export function warnOnce(title: string, args: object, usual: readonly UsualBytes[]): void {
  // In a unit test with mocks there is no stack, and nothing that tells one program from the next.
  const run = pulumi.runtime.getStackResource();
  if (run === undefined) {
    return;
  }
  const known = warned.get(run);
  if (known === undefined) {
    warnOfConfiguration();
  }
  const here = known ?? { unusual: [], areLengthsTold: false };
  warned.set(run, here);
  for (const { path, ...range } of usual) {
    whenKnown(args, path, (value, at) => {
      if (typeof value === "string" && (bytesOf(value) < range.least || bytesOf(value) > range.most)) {
        noteUnusual(here, { title: `${title}, ${dotted(at)}`, value, ...range });
      }
    });
  }
}

function warnOfConfiguration(): void {
  try {
    for (const advice of connectionAdvice(stackConfiguration(), process.env, isEncrypted)) {
      void pulumi.log.warn(advice);
    }
  } catch {
    // What is malformed is reported where the cluster is used.
  }
}

/** Whether a key of the stack is a secret. The SDK does not publish the question; where it cannot be asked, it is one. */
function isEncrypted(key: string): boolean {
  const ask: unknown = Reflect.get(pulumi.runtime, "isConfigSecret");
  return typeof ask !== "function" || ask(key) !== false;
}

function noteUnusual(here: Warned, secret: UnusualSecret): void {
  if (here.areLengthsTold) {
    return;
  }
  here.unusual.push(secret);
  if (here.unusual.length === 1) {
    setImmediate(() => {
      here.areLengthsTold = true;
      void pulumi.log.warn(lengthWarning(here.unusual, pulumi.runtime.allConfig(), pulumi.getProject()));
      here.unusual = [];
    });
  }
}

/**
 * Calls back with the value at a path of arguments, where there is one, and the names that led there: at once, or when the
 * outputs and promises on the way are there, in a preview never where one is not known.
 */
function whenKnown(
  given: unknown,
  path: readonly string[],
  tell: (value: unknown, at: readonly string[]) => void,
  at: readonly string[] = [],
): void {
  if (given === undefined || given === null) {
    return;
  }
  if (given instanceof Promise || pulumi.Output.isInstance(given)) {
    const output: pulumi.OutputInstance<unknown> = pulumi.Output.isInstance<unknown>(given)
      ? given
      : pulumi.output(given);
    output.apply((known) => whenKnown(known, path, tell, at));
    return;
  }
  const [first, ...rest] = path;
  if (first === undefined) {
    tell(given, at);
  } else if (typeof given === "object") {
    for (const name of first === EACH ? Object.keys(given) : [first]) {
      whenKnown(Reflect.get(given, name), rest, tell, [...at, name]);
    }
  }
}
