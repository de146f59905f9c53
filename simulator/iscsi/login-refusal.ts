import type { RefusalStatus } from "./login-status";
import type { Pairs } from "./text-keys";

/** Ends a login. The message is the reason, without any secret. */
export class LoginRefusal extends Error {
  override readonly name = "LoginRefusal";

  /**
   * @param status `close` for a connection that ends without a response
   * @param pairs what the response says besides its status
   */
  constructor(
    readonly status: RefusalStatus | "close",
    reason: string,
    readonly pairs: Pairs = [],
  ) {
    super(reason);
  }
}
