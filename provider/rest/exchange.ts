import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { bodyOf, describe } from "./answer";
import type { Exchange, Reply } from "./call";
import { finishJob } from "./job";
import { loginGate } from "./login-gate";
import { noAnswer, uncertainIfWrite } from "./no-answer";
import { OntapError } from "./ontap-error";
import type { ResolvedOptions } from "./options";
import { pauseBeforeRetryMs } from "./retry";
import type { HttpRequest, Transport } from "./transport";

/**
 * Calls over a transport, with the limit of requests in flight, which is this cluster's own, and the retries that cannot
 * do harm (see retry.ts); a job (202) is followed to its end. A login that was refused is not sent again.
 */
export function createExchange(options: ResolvedOptions, transport: Transport): Exchange {
  const limit = pLimit(options.maxConcurrentRequests);
  const gate = loginGate();
  const exchange: Exchange = async (request) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const reply = await limit(() => gate(describe(request), () => once(request)));
        return reply.status === 202 ? await finishJob(exchange, request, reply, options.secrets) : reply;
      } catch (error) {
        const pauseMs = error instanceof OntapError ? pauseBeforeRetryMs(request, error, attempt) : undefined;
        if (pauseMs === undefined) {
          throw error;
        }
        await sleep(pauseMs);
      }
    }
  };

  async function once(request: HttpRequest): Promise<Reply> {
    const answer = await transport(request).catch((cause: unknown) => {
      throw noAnswer(request, options, cause);
    });
    try {
      return { body: bodyOf(request, answer, options.secrets), status: answer.status, elapsedMs: answer.elapsedMs };
    } catch (error) {
      throw error instanceof OntapError ? uncertainIfWrite(request, error) : error;
    }
  }

  return exchange;
}
