import { setTimeout as sleep } from "node:timers/promises";
import type { LoggedRequest } from "../../test/array";
import type { EngineRun, EngineStack } from "../support/engine-stack";

/** What is killed. */
export const VICTIMS = ["provider", "engine"] as const;
export type Victim = (typeof VICTIMS)[number];

/** When, by a request: before it reaches the array, with its effect there and no reply, or after its reply. */
export const MOMENTS = ["before", "after the effect of", "after the reply to"] as const;
export type Moment = (typeof MOMENTS)[number];

/** A moment at which somebody is killed. */
export interface Crash {
  readonly victim: Victim;
  readonly moment: Moment;
  /** Which request of the operation, from 1. */
  readonly nth: number;
}

/** How long a request is held for an engine that is killed; the provider then lives on, and goes on with its call. */
const HELD_MS = 300;
const LOOK_EVERY_MS = 10;
/** What the effect of a request that has arrived takes at most. */
const EFFECT_MS = 30;
/** After so long without a request a provider without an engine has done what it had begun. */
const QUIET_MS = 400;

/** Holds the request at which it happens. */
export async function arm({ array }: EngineStack, { victim, moment, nth }: Crash): Promise<void> {
  const match = { nth };
  const ends = victim === "provider";
  if (moment === "before") {
    await array.control("POST", "/faults", { kind: "latency", ms: ends ? 3_600_000 : HELD_MS, match });
  }
  if (moment === "after the effect of") {
    await array.control("POST", "/faults", { kind: "hang", match, ...(ends ? {} : { ms: HELD_MS }) });
  }
}

/** Kills at the moment. False where the command ended before it came. */
export async function strike(stack: EngineStack, run: EngineRun, crash: Crash): Promise<boolean> {
  if (!(await hasCome(stack, run, crash))) {
    return false;
  }
  if (crash.moment === "after the effect of") {
    await sleep(EFFECT_MS);
  }
  if (crash.victim === "provider") {
    stack.endProviders();
    await run.ended;
    return true;
  }
  run.process.kill("SIGKILL");
  await run.ended;
  await quiet(stack);
  stack.endProviders();
  return true;
}

async function hasCome(stack: EngineStack, { process }: EngineRun, { moment, nth }: Crash): Promise<boolean> {
  while (process.exitCode === null) {
    const request = (await requestsTo(stack))[nth - 1];
    if (request !== undefined && (moment !== "after the reply to" || request.status !== 0)) {
      return true;
    }
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}

/** Waits for a provider that has lost its engine. */
async function quiet(stack: EngineStack): Promise<void> {
  for (let known = -1, now = (await requestsTo(stack)).length; known !== now; now = (await requestsTo(stack)).length) {
    known = now;
    await sleep(QUIET_MS);
  }
}

function requestsTo({ array }: EngineStack): Promise<readonly LoggedRequest[]> {
  return array.control<readonly LoggedRequest[]>("GET", "/requests");
}
