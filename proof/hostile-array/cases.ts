import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { Canaries } from "../support/canary/canaries";
import { randomOf } from "../support/random";
import { RawServer } from "../support/raw-server";
import type { Call } from "./calls";
import { plain } from "./framing";
import { expectationOf, type Kind } from "./kind";
import { rightResponse } from "./right-array";
import { type Ending, wrongIn } from "./verdict";

/** Longest wait for one response, in milliseconds: short where none may come, long where the right one does. */
const TIMEOUT_MS = { error: 400, any: 400, "same or error": 400, same: 20_000 };
/** Between a refusal that asks for it and the next try, at most. */
const LONGEST_PAUSE_MS = 10_000;
/** What a busy machine may add to a wait. */
const SLACK_MS = 3_000;
/** By then a call must have ended, whatever was sent to it: a job is followed for 120 s. */
const LONGEST_CALL_MS = 200_000;

/** A call, and the way in which the array responds to it. */
export interface Case {
  readonly call: Call;
  readonly kind: Kind;
  readonly seed: number;
  readonly number: number;
}

/** Runs cases one after the other against a server of its own. */
export class CaseRunner {
  private constructor(
    private readonly server: RawServer,
    private readonly trap: string,
  ) {}

  static async start(trap: string): Promise<CaseRunner> {
    return new CaseRunner(await RawServer.start(), trap);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What the call gives of an array in order. */
  right(call: Call): Promise<unknown> {
    this.server.respond((request) => {
      const { status, body } = rightResponse(request);
      return plain({ status, body: JSON.stringify(body) });
    });
    return call.run({ url: this.server.url, password: "right-password", timeoutMs: TIMEOUT_MS.same });
  }

  /** What is wrong with how the case went; undefined where nothing is. */
  async run({ call, kind, seed, number }: Case, right: unknown): Promise<string | undefined> {
    const random = randomOf(seed, number);
    const password = `p${random.word(8)}"${random.word(8)}`;
    const canaries = new Canaries({ "array's password": password, "CHAP password": `chap-${password}` });
    let requests = 0;
    this.server.respond((request) => {
      const hostility = { random, number: requests, trap: this.trap };
      requests += 1;
      return kind.respond(request, hostility);
    });
    const expected = expectationOf(kind, call);
    const timeoutMs = TIMEOUT_MS[kind.cost === "memory" ? "same" : expected];
    const startedAt = performance.now();
    const ending = await Promise.race([
      call.run({ url: this.server.url, password, timeoutMs }).then(
        (result): Ending => ({ result }),
        (error: unknown): Ending => ({ error }),
      ),
      sleep(LONGEST_CALL_MS, undefined, { ref: false }),
    ]);
    const elapsedMs = performance.now() - startedAt;
    if (ending === undefined) {
      return `it did not end in ${LONGEST_CALL_MS / 1000} s`;
    }
    const status =
      "error" in ending && ending.error instanceof Error && "status" in ending.error ? ending.error.status : undefined;
    const pauseMs = status === 429 || status === 503 ? LONGEST_PAUSE_MS : 600;
    const bound = kind.cost !== undefined ? LONGEST_CALL_MS : Math.max(1, requests) * (timeoutMs + pauseMs) + SLACK_MS;
    return elapsedMs > bound
      ? `it took ${Math.round(elapsedMs)} ms for ${requests} requests of at most ${timeoutMs} ms`
      : (wrongIn(ending, expected, right, canaries) ?? whatMustNotBe(ending, kind));
  }
}

function whatMustNotBe(ending: Ending, { never }: Kind): string | undefined {
  const shown = "result" in ending ? inspect(ending.result, { depth: Number.POSITIVE_INFINITY }) : "";
  return never?.test(shown) === true ? `its result must not hold ${never}: ${shown.slice(0, 300)}` : undefined;
}

/** A server that nothing must be sent to, and how often something was. */
export async function startTrap(): Promise<{ url: string; hits(): number; close(): Promise<void> }> {
  let hits = 0;
  const server = createServer((socket) => {
    hits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : undefined}`,
    hits: () => hits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
