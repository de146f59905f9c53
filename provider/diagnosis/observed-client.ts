import type { ConnectionOptions, OntapClient } from "../rest";
import { clientOf } from "../rest/connect";
import { createExchange } from "../rest/exchange";
import { resolveOptions } from "../rest/options";
import { createTransport, type Transport } from "../rest/transport";

/** A client that shows more of what came back than its records. */
export interface ObservedClient {
  readonly ontap: OntapClient;
  /**
   * By how many milliseconds the array's clock is ahead of this machine's, by its last response and to the second;
   * undefined before one, and where it had no `Date`.
   */
  clockDifferenceMs(): number | undefined;
  /** GET of a path below `/api`, which shows whether the login may read it. Throws as every request does. */
  read(path: string): Promise<void>;
}

/** A client of its own for one connection. Throws `configuration`. */
export function observedClient(options: ConnectionOptions): ObservedClient {
  const resolved = resolveOptions(options);
  const transport = createTransport(resolved);
  let differenceMs: number | undefined;
  const observing: Transport = async (request) => {
    const response = await transport(request);
    const { serverTimeMs, elapsedMs } = response;
    // The header is cut to the second, and was written some time before the response had arrived.
    differenceMs = serverTimeMs === undefined ? undefined : serverTimeMs + 500 - (Date.now() - elapsedMs / 2);
    return response;
  };
  const exchange = createExchange(resolved, observing);
  return {
    ontap: clientOf(resolved.origin, exchange),
    clockDifferenceMs: () => differenceMs,
    async read(path) {
      await exchange({ method: "GET", path });
    },
  };
}
