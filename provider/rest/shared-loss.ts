import { isNeverSent, isUnbelieved } from "./network-error";
import { OntapError } from "./ontap-error";
import { describe } from "./response";
import type { HttpRequest } from "./transport";

/** Sends a request that has waited for its turn since `queuedAt` (`performance.now()`). Rejects as `send` does. */
export type SharedLoss = <Reply>(request: HttpRequest, queuedAt: number, send: () => Promise<Reply>) => Promise<Reply>;

/**
 * Calls that waited for their turn while another found that nothing can be sent, since the name is unknown, nobody
 * listens, or the certificate is not believed, end like it instead of finding the same in turn.
 */
export function sharedLoss(origin: string): SharedLoss {
  let last: { readonly error: OntapError; readonly at: number } | undefined;
  return async (request, queuedAt, send) => {
    if (last !== undefined && last.at >= queuedAt) {
      throw sameFor(last.error, `${describe(request)} at ${origin}`);
    }
    try {
      const reply = await send();
      last = undefined;
      return reply;
    } catch (error) {
      const isLoss = error instanceof OntapError && (isNeverSent(error.cause) || isUnbelieved(error.cause));
      last = isLoss ? { error, at: performance.now() } : undefined;
      throw error;
    }
  };
}

function sameFor({ code, reason, hint, shared, cause }: OntapError, operation: string): OntapError {
  return new OntapError({ code, operation, reason, ...(hint === undefined ? {} : { hint }), shared, cause });
}
