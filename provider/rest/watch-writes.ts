import type { Exchange } from "./call";
import { OntapError } from "./ontap-error";

/** An exchange, and what became of the writes that went through it. */
export interface WatchedExchange {
  readonly exchange: Exchange;
  /** False as long as no write was sent, or ONTAP refused each of them, or none reached it. */
  mayHaveChanged(): boolean;
}

/** Watches the writes of an exchange. One that is still under way is treated as one that changes something. */
export function watchWrites(exchange: Exchange): WatchedExchange {
  let underWay = 0;
  let changed = false;
  return {
    mayHaveChanged: () => changed || underWay > 0,
    async exchange(request) {
      if (request.method === "GET") {
        return exchange(request);
      }
      underWay += 1;
      try {
        const reply = await exchange(request);
        changed = true;
        return reply;
      } catch (error) {
        changed ||= !isWithoutEffect(error);
        throw error;
      } finally {
        underWay -= 1;
      }
    },
  };
}

/** A job that failed, which has no HTTP status, may have done some of its work. */
function isWithoutEffect(error: unknown): boolean {
  if (!(error instanceof OntapError)) {
    return false;
  }
  return error.code === "unreachable" || (error.code === "api-error" && error.status !== undefined);
}
