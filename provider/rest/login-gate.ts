import { isGateways } from "./network-error";
import { OntapError } from "./ontap-error";
import { isTurnedAway } from "./retry";

/** Up to this long a loss costs those that wait little, in milliseconds. */
const SHOWS_AT_ONCE_MS = 100;

/** Sends a call, named as messages name it, when the login may be sent. Rejects as `send` does. */
export type LoginGate = <Reply>(operation: string, send: () => Promise<Reply>) => Promise<Reply>;

/**
 * Keeps a wrong login from being sent again and again, on which ONTAP may lock the account. Until an answer has shown
 * that the login is accepted, one call goes alone and the others wait. After a 401 none is sent any more. Where no
 * answer comes for a while the others are let go together, since nobody would gain from waiting for a dead array in
 * turn; after a loss that showed at once the next goes alone again.
 */
export function loginGate(): LoginGate {
  let open = false;
  let refusal: OntapError | undefined;
  let alone: Promise<void> | undefined;

  function judge(error: unknown, elapsedMs: number): void {
    if (!(error instanceof OntapError)) {
      return;
    }
    if (error.status === 401) {
      refusal ??= error;
    } else if (error.status === undefined || isGateways(error.status)) {
      open ||= elapsedMs > SHOWS_AT_ONCE_MS;
    } else if (error.ontapCode !== undefined && !isTurnedAway(error)) {
      open = true;
    }
  }

  async function judged<Reply>(send: () => Promise<Reply>): Promise<Reply> {
    const startedAt = performance.now();
    try {
      const reply = await send();
      open = true;
      return reply;
    } catch (error) {
      judge(error, performance.now() - startedAt);
      throw error;
    }
  }

  return async (operation, send) => {
    while (!open && refusal === undefined && alone !== undefined) {
      await alone;
    }
    if (refusal !== undefined) {
      throw again(refusal, operation);
    }
    const reply = judged(send);
    if (!open) {
      const settled = () => {
        alone = undefined;
      };
      alone = reply.then(settled, settled);
    }
    return reply;
  };
}

function again(refusal: OntapError, operation: string): OntapError {
  const { code, reason, hint: next, status, ontapCode, operation: first } = refusal;
  return new OntapError({
    code,
    operation,
    reason: `${reason} [response to ${first}; this call was not sent]`,
    ...(next === undefined ? {} : { hint: next }),
    ...(status === undefined ? {} : { status }),
    ...(ontapCode === undefined ? {} : { ontapCode }),
    cause: refusal,
  });
}
