import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { Exchange, Reply } from "./call";
import { failureOf, refusalOf } from "./failure";
import { waitForJob } from "./job";
import { loginGate } from "./login-gate";
import { OntapError } from "./ontap-error";
import type { ResolvedOptions } from "./options";
import { bodyOf, describe } from "./response";
import { retryDelayMs } from "./retry";
import { sharedLoss } from "./shared-loss";
import type { HttpRequest, Transport } from "./transport";

/**
 * Calls over a transport, with the limit of requests in flight, which is this cluster's own, and the retries that cannot
 * do harm (see retry.ts); a job (202) is followed to its end. A login that was refused is not sent again.
 */
export function createExchange(options: ResolvedOptions, transport: Transport): Exchange {
  const limit = pLimit(options.maxConcurrentRequests);
  const gate = loginGate();
  const share = sharedLoss(options.origin);
  const exchange: Exchange = async (request) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const queuedAt = performance.now();
        const reply = await limit(() => gate(describe(request), () => share(request, queuedAt, () => once(request))));
        return reply.status === 202 ? await waitForJob(exchange, request, reply, options.secrets) : reply;
      } catch (error) {
        const pauseMs = error instanceof OntapError ? retryDelayMs(request, error, attempt) : undefined;
        if (pauseMs === undefined) {
          throw error;
        }
        await sleep(pauseMs);
      }
    }
  };

  async function once(request: HttpRequest): Promise<Reply> {
    const response = await transport(request).catch(async (cause: unknown) => {
      throw await failureOf(request, options, cause);
    });
    try {
      return {
        body: bodyOf(request, response, options.secrets),
        status: response.status,
        elapsedMs: response.elapsedMs,
      };
    } catch (error) {
      throw error instanceof OntapError ? await refusalOf(request, options, error) : error;
    }
  }

  return exchange;
}
