import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { ResolvedOptions } from "./options";
import { Tunnels } from "./tunnel";

/** Connections to one cluster, kept alive, with the options' trust; through a proxy where there is one. */
export function agentFor({ origin, tls, proxy, timeoutMs, maxConcurrentRequests }: ResolvedOptions): HttpAgent {
  const pool = { keepAlive: true, maxSockets: maxConcurrentRequests };
  if (origin.startsWith("http:")) {
    return new HttpAgent(pool);
  }
  const trust = {
    rejectUnauthorized: tls.rejectUnauthorized,
    ...(tls.ca === undefined ? {} : { ca: tls.ca }),
    ...(tls.cert === undefined ? {} : { cert: tls.cert }),
    ...(tls.key === undefined ? {} : { key: tls.key }),
  };
  return proxy === undefined ? new HttpsAgent({ ...pool, ...trust }) : new Tunnels(proxy, trust, timeoutMs, pool);
}
