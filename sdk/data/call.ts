import { setTimeout as sleep } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import { failureOf } from "./failure";
import { checkOptions } from "./options";

/** One call of a data function. */
export interface Call {
  /** What it reads: `iSCSI session`. */
  readonly noun: string;
  readonly args: unknown;
  readonly opts: pulumi.InvokeOptions;
}

/** Runs a call: its options are checked, and what it throws has the form in which a program gets it. */
export async function called<T>(call: Call, work: () => Promise<T>): Promise<T> {
  try {
    checkOptions(call.noun, call.opts);
    return await work();
  } catch (error) {
    throw await failed(call, error);
  }
}

/** The same for what a call yields one by one. */
export async function* calledForEach<T>(call: Call, work: () => AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  try {
    checkOptions(call.noun, call.opts);
    yield* work();
  } catch (error) {
    throw await failed(call, error);
  }
}

/** After this time at the latest Pulumi has begun to wait for what a program exports, in milliseconds. */
const EXPORTS_AWAITED_MS = 500;

let exportsAwaited: Promise<void> | undefined;

/**
 * The error to throw. The first one of a program is held back a moment, and those that come in that time with it: of
 * what is rejected before Pulumi waits for it, Node.js would warn besides Pulumi's message.
 */
async function failed({ noun, args, opts: { parent } }: Call, error: unknown): Promise<unknown> {
  if (pulumi.runtime.getStackResource() !== undefined) {
    exportsAwaited ??= sleep(EXPORTS_AWAITED_MS);
    await exportsAwaited;
  }
  const cluster: unknown = typeof args === "object" && args !== null ? Reflect.get(args, "cluster") : undefined;
  return failureOf(error, { noun, cluster: typeof cluster === "string" ? cluster : undefined, parent });
}
