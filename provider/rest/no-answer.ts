import { describe } from "./answer";
import { OntapError } from "./ontap-error";
import type { ResolvedOptions } from "./options";
import type { HttpRequest } from "./transport";

/** Network errors after which the request cannot have reached ONTAP. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Statuses that a gateway gives when it does not know what became of a request that it passed on. */
const GATEWAY = new Set([502, 503, 504]);

/** The error for a request to which no whole answer came back. */
export function noAnswer(request: HttpRequest, options: ResolvedOptions, cause: unknown): OntapError {
  const networkCode = codeOf(cause);
  const timedOut = cause instanceof Error && (cause.name === "TimeoutError" || cause.name === "AbortError");
  const lost = request.method !== "GET" && !NEVER_SENT.has(networkCode);
  const what = timedOut ? `no answer within ${options.timeoutMs} ms` : reason(networkCode, cause);
  return new OntapError({
    code: lost ? "uncertain" : "unreachable",
    tried: `${describe(request)} at ${options.origin}`,
    outcome: lost ? `${what}, so it is not known whether the change was made` : what,
    next: nextStep(networkCode, timedOut),
    cause,
  });
}

/** A write that something other than ONTAP answered may have been carried out all the same. */
export function uncertainIfWrite(request: HttpRequest, error: OntapError): OntapError {
  const unclear = error.code === "malformed" && error.status !== undefined;
  if (request.method === "GET" || !unclear || !(error.status < 300 || GATEWAY.has(error.status))) {
    return error;
  }
  return new OntapError({
    code: "uncertain",
    tried: error.tried,
    outcome: `${error.outcome}, so it is not known whether the change was made`,
    status: error.status,
    ...(error.next === undefined ? {} : { next: error.next }),
    cause: error,
  });
}

function codeOf(cause: unknown): string {
  if (typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string") {
    return cause.code;
  }
  return "";
}

function reason(networkCode: string, cause: unknown): string {
  if (networkCode === "ECONNRESET" || networkCode === "ERR_STREAM_PREMATURE_CLOSE") {
    return `the connection was closed before the whole answer came (${networkCode})`;
  }
  const kind = cause instanceof Error ? cause.name : "unknown error";
  return `no answer (${networkCode === "" ? kind : networkCode})`;
}

function nextStep(networkCode: string, timedOut: boolean): string {
  if (timedOut) {
    return "Check the array's load, or raise timeoutMs.";
  }
  if (networkCode === "EPROTO" || networkCode.startsWith("ERR_SSL_")) {
    return "Check that this port serves HTTPS, and whether it asks for a client certificate.";
  }
  if (networkCode.includes("CERT") || networkCode.includes("SIGNATURE") || networkCode.includes("TLS")) {
    return "Set caCertificate to the authority that signed the cluster's certificate.";
  }
  return "Check the host and the network path to it.";
}
