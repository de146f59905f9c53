import { isNeverSent, isTimeOut, isUnbelieved } from "./network-error";
import { OntapError } from "./ontap-error";
import { describe } from "./response";
import type { HttpRequest } from "./transport";

/** Sends a request that has waited for its turn since `queuedAt` (`performance.now()`). Rejects as `send` does. */
export type SharedLoss = <Reply>(request: HttpRequest, queuedAt: number, send: () => Promise<Reply>) => Promise<Reply>;

/**
 * Calls that waited for their turn while another found that nothing can be sent, since the name is unknown, nobody
 * listens, or the certificate is not believed, end like it instead of finding the same in turn. So they do where another
 * got no response in time and neither did any since it was sent: each in turn, thousands would take hours.
 */
export function sharedLoss(origin: string): SharedLoss {
  let last: { readonly error: OntapError; readonly at: number } | undefined;
  let respondedAt = Number.NEGATIVE_INFINITY;
  return async (request, queuedAt, send) => {
    if (last !== undefined && last.at >= queuedAt) {
      throw sameFor(last.error, `${describe(request)} at ${origin}`);
    }
    const sentAt = performance.now();
    try {
      const reply = await send();
      last = undefined;
      respondedAt = performance.now();
      return reply;
    } catch (error) {
      const isLost = error instanceof OntapError && (isNeverSent(error.cause) || isUnbelieved(error.cause));
      const isSilence = error instanceof OntapError && isTimeOut(error.cause) && respondedAt < sentAt;
      if (error instanceof OntapError && error.status !== undefined) {
        respondedAt = performance.now();
      }
      last = isLost || isSilence ? { error, at: performance.now() } : undefined;
      throw error;
    }
  };
}

/** Nothing was sent of the call, so that a write among them has certainly changed nothing. */
function sameFor({ reason, hint, shared, cause }: OntapError, operation: string): OntapError {
  return new OntapError({
    code: "unreachable",
    operation,
    reason: shared?.reason ?? reason,
    ...(hint === undefined ? {} : { hint }),
    shared,
    cause,
  });
}
