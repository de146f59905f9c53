import { LOCKED } from "./codes";
import { isLasting, isTimeOut, proxyStatus } from "./network-error";
import type { OntapError } from "./ontap-error";
import type { HttpRequest } from "./transport";

/** Codes with which ONTAP turns a call away before it begins. */
const THROTTLED_OR_LOCKED = new Set([LOCKED, "262160", "7"]);

const BUSY_ATTEMPTS = 6;
const READ_ATTEMPTS = 3;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * How long to wait before the same call is sent again, in milliseconds; undefined where it must not be.
 *
 * Any call is repeated that was turned away before it began: HTTP 429, a locked object, too many requests (six
 * attempts in all). A read is repeated also after a lost connection, 502 and 503 (three attempts), but not after a
 * timeout, a proxy's refusal, or what another try would meet again. A write that got no response is never repeated here: whoever sent it reads the object first.
 */
export function retryDelayMs(request: HttpRequest, error: OntapError, attempt: number): number | undefined {
  const throttledOrLocked = isTurnedAway(error);
  const lostRead = request.method === "GET" && (connectionLost(error) || error.status === 502 || error.status === 503);
  const attempts = request.once ? 1 : throttledOrLocked ? BUSY_ATTEMPTS : lostRead ? READ_ATTEMPTS : 1;
  if (attempt >= attempts) {
    return undefined;
  }
  const asked = error.retryAfterS === undefined ? FIRST_PAUSE_MS * 2 ** (attempt - 1) : error.retryAfterS * 1000;
  return Math.min(asked, LONGEST_PAUSE_MS);
}

/** True for the answer to a call that was turned away before it began. */
export function isTurnedAway({ status, ontapCode }: OntapError): boolean {
  return status === 429 || (ontapCode !== undefined && THROTTLED_OR_LOCKED.has(ontapCode));
}

function connectionLost(error: OntapError): boolean {
  const { code, cause } = error;
  return code === "unreachable" && !isTimeOut(cause) && proxyStatus(cause) === undefined && !isLasting(cause);
}
