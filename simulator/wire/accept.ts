import type { IncomingHttpHeaders } from "node:http";

/** True unless the client asked for plain JSON. */
export function wantsHal(headers: IncomingHttpHeaders): boolean {
  const accept = headers.accept ?? "*/*";
  return accept.includes("application/hal+json") || !accept.includes("application/json");
}
